using BlockAssist.Simulation.Text;

namespace BlockAssist.Simulation.Files;

/// <summary>That something is of a newer version than this program reads, in the one wording for it.</summary>
/// <param name="File">What is of that version: a file by its path, or a message in a word.</param>
/// <param name="What">Of what it is a version: "episodes".</param>
/// <param name="Found">Its version.</param>
/// <param name="Newest">The newest version that this program reads.</param>
public sealed record NewerVersion(string File, string What, long Found, long Newest)
{
    private const int LongestName = 400;

    /// <summary>The sentence, without its end.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{OneLine.Of(File, LongestName)} is of version {Found} of {What}; this program reads up to version {Newest}: update BlockAssist, nothing of it was changed");
}
