using BlockAssist.Learner.Networks;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>The human model that studies and simulations really train: of 13,713 weights, so that many peers' fit on a core.</summary>
internal static class SmallModel
{
    /// <summary>How many turns a window has.</summary>
    public const int Length = 16;

    /// <summary>The learning rate at its highest.</summary>
    public const double Rate = 2e-3;

    /// <summary>The size of its network.</summary>
    public static HumanNetworkOptions Options { get; } = new()
    {
        CellFeatures = 4,
        Channels = 16,
        Blocks = 1,
        Context = 16,
        Memory = 16,
        Dropout = 0,
    };
}
