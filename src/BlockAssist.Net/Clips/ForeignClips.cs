using System.Globalization;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Clips;

/// <summary>Clips of other peers: those that come out as recorded, the best of the last rounds.</summary>
/// <remarks>
/// Nothing that was said of a clip is believed: it is played again. The name of a file tells the round, how good it is, and its hash. Who is
/// killed loses nothing but what it can fetch again.
/// </remarks>
/// <param name="folder">Where they are kept.</param>
public sealed class ForeignClips(string folder)
{
    /// <summary>How many are kept.</summary>
    public const int Most = 64;

    /// <summary>After how many rounds one goes first when there is no room.</summary>
    public const int Rounds = 8;

    private const string Pattern = "*" + EpisodeFormat.FileEnding;
    private const int RoundDigits = 8;

    /// <summary>The files, the best first.</summary>
    public IReadOnlyList<string> Files() => Directory.Exists(folder) ? [.. Directory.GetFiles(folder, Pattern).OrderByDescending(RankOf, StringComparer.Ordinal)] : [];

    /// <summary>Plays a clip again, and keeps it if it comes out as recorded and brings something; what is worth less goes where there is no room.</summary>
    /// <param name="round">In which round it was shared.</param>
    /// <param name="clip">Its file; anybody's bytes.</param>
    /// <returns>Whether it is sound.</returns>
    public bool Keep(ulong round, string clip)
    {
        if (ClipJudge.WorthOf(clip) is not { } worth)
        {
            return false;
        }

        var name = ClipName.Of(worth);
        if (!Files().Any(file => RankOf(file) == name))
        {
            var bytes = File.ReadAllBytes(clip);
            AtomicFile.Write(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{round:D8}-{name}")), stream => stream.Write(bytes));
            MakeRoom(round);
        }

        return true;
    }

    private void MakeRoom(ulong round)
    {
        foreach (var clip in Files().OrderBy(file => RoundOf(file) + Rounds < round).Skip(Most))
        {
            File.Delete(clip);
        }
    }

    private static string RankOf(string file) => Path.GetFileName(file) is { Length: > RoundDigits } name ? name[(RoundDigits + 1)..] : "";

    private static ulong RoundOf(string file) =>
        Path.GetFileName(file) is { Length: > RoundDigits } name && ulong.TryParse(name.AsSpan(0, RoundDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var round) ? round : 0;
}
