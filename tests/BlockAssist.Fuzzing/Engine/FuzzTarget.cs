using BlockAssist.Simulation.Files;

namespace BlockAssist.Fuzzing.Engine;

/// <summary>Something that reads bytes of strangers, and what it may make of them.</summary>
/// <param name="Name">What it is called, in lower case with dashes; also the folder of its corpus.</param>
/// <param name="Open">Prepares it in a room of its own; what comes back is called with input after input, by one thread.</param>
internal sealed record FuzzTarget(string Name, Func<FuzzRoom, Action<byte[]>> Open)
{
    /// <summary>Good inputs, made by our own writers.</summary>
    public required Func<IEnumerable<byte[]>> Seeds { get; init; }

    /// <summary>What it may throw: what its documentation says, and nothing else.</summary>
    public IReadOnlyList<Type> Allowed { get; init; } = [];

    /// <summary>Words that make a difference to it.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Mends what would refuse nearly every changed input at once, such as a checksum; null if there is nothing.</summary>
    public Func<byte[], byte[]>? Seal { get; init; }

    /// <summary>The longest input that is tried.</summary>
    public int MostBytes { get; init; } = 16 << 10;

    /// <summary>How many bytes it may set aside for one input.</summary>
    public long MostAllocated { get; init; } = 64L << 20;

    /// <summary>How long it may take for one input.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many changes the tests show it; fewer where each writes to the disk or shakes hands.</summary>
    public int ChangesInTests { get; init; } = 200;

    /// <summary>Whether an exception is one that it may throw; whatever reads files may find one of a newer program.</summary>
    public bool Allows(Exception error) => error is NewerVersionException || Allowed.Any(type => type.IsInstanceOfType(error));
}
