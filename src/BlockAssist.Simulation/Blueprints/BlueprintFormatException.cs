namespace BlockAssist.Simulation.Blueprints;

/// <summary>A blueprint file that cannot be read: the one thing that goes wrong with bytes from outside.</summary>
/// <param name="what">What is wrong, without a full stop.</param>
/// <param name="where">The place in the file.</param>
/// <param name="expected">What should have been there.</param>
public sealed class BlueprintFormatException(string what, string where, string expected)
    : Exception($"{what} ({where}); expected {expected}.")
{
    /// <summary>What is wrong.</summary>
    public string What { get; } = what;

    /// <summary>The place in the file: a byte of the unpacked data, a line, a tag.</summary>
    public string Where { get; } = where;

    /// <summary>What should have been there.</summary>
    public string Expected { get; } = expected;
}
