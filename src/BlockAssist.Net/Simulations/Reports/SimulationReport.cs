namespace BlockAssist.Net.Simulations.Reports;

/// <summary>What came of a simulation.</summary>
/// <param name="Rounds">Round by round.</param>
/// <param name="Kinds">Kind by kind, the honest first.</param>
/// <param name="Traffic">What was sent.</param>
public sealed record SimulationReport(IReadOnlyList<RoundFigures> Rounds, IReadOnlyList<KindFigures> Kinds, IReadOnlyList<TrafficFigures> Traffic)
{
    /// <summary>How much virtual time passed.</summary>
    public TimeSpan VirtualTime { get; init; }

    /// <summary>How many envelopes the hub handled.</summary>
    public long Handled { get; init; }

    /// <summary>How many of them its gate turned away.</summary>
    public long Refused { get; init; }

    /// <summary>How many findings verifiers sent.</summary>
    public int Findings { get; init; }

    /// <summary>Honest peers that were shut out: there must be none.</summary>
    public IReadOnlyList<string> WronglyOut { get; init; } = [];

    /// <summary>Steps that were made again to verify, as a share of those that were trained.</summary>
    public double VerifyingShare { get; init; }

    /// <summary>What it really cost.</summary>
    public RealCost? Cost { get; init; }
}
