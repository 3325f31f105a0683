namespace BlockAssist.Learner.Networks;

/// <summary>The size of a <see cref="HumanNetwork"/>.</summary>
public sealed record HumanNetworkOptions
{
    /// <summary>How many numbers a cell is boiled down to, before its surroundings come in.</summary>
    public int CellFeatures { get; init; } = 16;

    /// <summary>How many channels the convolutions have; a multiple of 16.</summary>
    public int Channels { get; init; } = 32;

    /// <summary>How many residual blocks of two convolutions follow the first.</summary>
    public int Blocks { get; init; } = 1;

    /// <summary>How many features stand for the whole situation.</summary>
    public int Context { get; init; } = 96;

    /// <summary>How many features the memory over time has; 0 for none.</summary>
    public int Memory { get; init; } = 64;

    /// <summary>The share of features dropped in training.</summary>
    public double Dropout { get; init; } = 0.3;

    /// <summary>Whether there can be such a network, and it is worked out in a moment: sizes may come from anybody's file.</summary>
    internal bool IsPossible =>
        this is
        {
            CellFeatures: > 0 and <= 256,
            Channels: > 0 and <= 1024,
            Blocks: >= 0 and <= 64,
            Context: > 0 and <= 4096,
            Memory: >= 0 and <= 4096,
            Dropout: >= 0 and < 1,
        }
        && Channels % 16 == 0;
}
