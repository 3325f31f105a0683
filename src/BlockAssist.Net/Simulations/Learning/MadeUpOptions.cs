namespace BlockAssist.Net.Simulations.Learning;

/// <summary>How learning goes that is made up: sizes as they were measured of real learning.</summary>
public sealed record MadeUpOptions
{
    /// <summary>How many weights the model has.</summary>
    public int Weights { get; init; } = 13_713;

    /// <summary>Fixes what there is to learn, and all noise.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What share of what is missing a lease of <see cref="UsualSegments"/> learns; others by the root of their length.</summary>
    public double Learnt { get; init; } = 0.1;

    /// <summary>How many segments a usual lease has.</summary>
    public int UsualSegments { get; init; } = 64;

    /// <summary>How long the noise of an update is, beside what it learnt.</summary>
    public double Noise { get; init; } = 1;

    /// <summary>By how much a model does better that has learnt all, in shares of the goal.</summary>
    public double GameGain { get; init; } = 0.5;

    /// <summary>The spread of the difference of a pair of games; 0.14 follows from how many pairs real gates took.</summary>
    public double GameSpread { get; init; } = 0.14;

    /// <summary>How often an honest replay comes to something else than honest training, by a broken machine.</summary>
    public double Faults { get; init; }

    /// <summary>Bytes of a model a weight.</summary>
    public double ModelBytes { get; init; } = 4;

    /// <summary>Bytes of an update a weight.</summary>
    public double UpdateBytes { get; init; } = 0.9;

    /// <summary>Bytes of the evidence of a segment a weight.</summary>
    public double EvidenceBytes { get; init; } = 53;

    /// <summary>Bytes of a state of training a weight.</summary>
    public double StateBytes { get; init; } = 16;
}
