namespace BlockAssist.Cli.Dashboard.Pages;

/// <summary>What the node takes of the machine, and what it may.</summary>
internal sealed record MachinePage
{
    /// <summary>The machine's processors.</summary>
    public required int Cores { get; init; }

    /// <summary>The memory that this process may use, in bytes.</summary>
    public required long Memory { get; init; }

    /// <summary>The node; null if none runs, or it cannot be seen.</summary>
    public ProcessUse? Node { get; init; }

    /// <summary>What serves this page.</summary>
    public ProcessUse? Dashboard { get; init; }

    /// <summary>Bytes over the network today; null if the node has not counted any.</summary>
    public long? Traffic { get; init; }

    /// <summary>How many there may be before it takes no more leases; null if the node has not said.</summary>
    public long? TrafficBudget { get; init; }

    /// <summary>Bytes free on the disk of the home; null where the system does not say.</summary>
    public long? DiskFree { get; init; }

    /// <summary>What is in the home.</summary>
    public IReadOnlyList<FolderUse> Folders { get; init; } = [];

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <summary>What a process takes.</summary>
/// <param name="Memory">Its memory, in bytes.</param>
/// <param name="Cores">How many processors it kept busy since the last look; null at the first one.</param>
internal sealed record ProcessUse(long Memory, double? Cores);

/// <summary>How large a folder of the home is.</summary>
/// <param name="Name">The folder.</param>
/// <param name="Bytes">How large; what is behind so many files is left out.</param>
/// <param name="Budget">How large it may become; null where nothing says so.</param>
internal sealed record FolderUse(string Name, long Bytes, long? Budget);
