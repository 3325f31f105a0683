namespace BlockAssist.Game.Commands;

/// <summary>A command that can be typed.</summary>
/// <param name="Name">Its word.</param>
/// <param name="Arguments">What follows it, as people are told.</param>
/// <param name="Help">What it does, in a sentence.</param>
/// <param name="Run">Does it, with the words that follow; null if they make no sense.</param>
internal sealed record SessionCommand(string Name, string Arguments, string Help, Func<string[], CommandAnswer?> Run)
{
    /// <summary>The words that can stand at a place, by the number of words before it.</summary>
    public Func<int, IReadOnlyList<string>> Words { get; init; } = _ => [];

    /// <summary>How it is written.</summary>
    public string Usage => Arguments.Length == 0 ? $"/{Name}" : $"/{Name} {Arguments}";
}
