namespace BlockAssist.Cli.Swarm.Studies;

/// <summary>How much a study measures.</summary>
internal sealed record StudyOptions
{
    /// <summary>From how many seeds each figure is.</summary>
    public int Seeds { get; init; } = 3;

    /// <summary>The first of them; each has the next.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether less is measured than figures need: to see that it runs.</summary>
    public bool Quick { get; init; }

    /// <summary>A folder of demonstrations to learn from; null: play is made up.</summary>
    public string? Play { get; init; }

    /// <summary>How many threads compute.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What was measured before, and where more is noted.</summary>
    public StudyNotes Notes { get; init; } = new(null);

    /// <summary>The seeds.</summary>
    public IEnumerable<ulong> All => Enumerable.Range(0, Seeds).Select(number => Seed + (ulong)number);
}
