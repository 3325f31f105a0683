using BlockAssist.Simulation.Text;

namespace BlockAssist.Simulation.Blueprints;

/// <summary>A blueprint file that cannot be read: the one thing that goes wrong with bytes from outside.</summary>
/// <param name="what">What is wrong, without a full stop.</param>
/// <param name="where">The place in the file.</param>
/// <param name="expected">What should have been there.</param>
public sealed class BlueprintFormatException(string what, string where, string expected)
    : Exception($"{OneLine.Of(what, MaxPartLength)} ({OneLine.Of(where, MaxPartLength)}); expected {expected}.")
{
    // What and where may quote the file, which may have put anything there.
    private const int MaxPartLength = 200;

    /// <summary>What is wrong.</summary>
    public string What { get; } = OneLine.Of(what, MaxPartLength);

    /// <summary>The place in the file: a byte of the unpacked data, a line, a tag.</summary>
    public string Where { get; } = OneLine.Of(where, MaxPartLength);

    /// <summary>What should have been there.</summary>
    public string Expected { get; } = expected;
}
