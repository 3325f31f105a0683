using BlockAssist.Net.Merging;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>How peers learn together.</summary>
internal sealed record SwarmLearning
{
    /// <summary>How many windows a peer learns from in a step.</summary>
    public const int UsualBatch = 4;

    /// <summary>How many peers.</summary>
    public required int Peers { get; init; }

    /// <summary>How many steps each makes in a round.</summary>
    public required int Steps { get; init; }

    /// <summary>How many rounds.</summary>
    public required int Rounds { get; init; }

    /// <summary>Fixes all that chance decides.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How many windows each learns from in a step.</summary>
    public int Batch { get; init; } = UsualBatch;

    /// <summary>Whether each goes on with its own optimizer where it was, its rate falling over all rounds, as in DiLoCo; else each round begins anew, as leases do.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Whether each learns from its own people only; else all learn from all.</summary>
    public bool IsApart { get; init; }

    /// <summary>What share of updates is lost on the way.</summary>
    public double Lost { get; init; }

    /// <summary>The step along what was merged; null: the best of those that a hub tries.</summary>
    public OuterStep? Outer { get; init; }

    /// <summary>How many of the peers are there at which time.</summary>
    public Attendance Attendance { get; init; }

    /// <summary>The rule by which updates are merged, by its name; null: as a hub does, after it has looked at them.</summary>
    public string? Rule { get; init; }

    /// <summary>How many of the peers lie; the last ones.</summary>
    public int Liars { get; init; }

    /// <summary>How they do.</summary>
    public Lie Lie { get; init; }

    /// <summary>How likely a liar is found out in a round by a replay, and out from then on.</summary>
    public double FoundOut { get; init; }

    /// <summary>How many peers are there in a round.</summary>
    public int PeersIn(int round) => Attendance switch
    {
        Attendance.Doubling => round < Rounds / 2 ? Peers / 2 : Peers,
        Attendance.Halving => round < Rounds / 2 ? Peers : Peers / 2,
        Attendance.Rising => Math.Max(1, ((round + 1) * Peers) / Rounds),
        Attendance.Falling => Math.Max(1, ((Rounds - round) * Peers) / Rounds),
        _ => Peers,
    };
}
