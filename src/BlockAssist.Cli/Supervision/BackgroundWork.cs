using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Supervision;

/// <summary>Work that is done beside something else: a verb of this program, in a process of its own.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="Words">The verb and its options; the verb tells its result in JSON.</param>
/// <param name="Home">The home that it works in.</param>
internal sealed record BackgroundWork(string Name, IReadOnlyList<string> Words, NodeHome Home)
{
    /// <summary>How much memory it may take, in bytes; who takes more is ended.</summary>
    public long MostMemory { get; init; } = 6L << 30;

    /// <summary>How often it is tried.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>How long it waits before the second try; before each later one twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);
}
