using BlockAssist.Learner.Beliefs;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Models;

/// <summary>What a checkpoint says of a <see cref="BeliefNetwork"/>: the sites that it is for, and its size.</summary>
internal sealed record BeliefModelForm(int Width, int Height, int Depth, int Channels, int ColumnFeatures, int Blocks, int CellFacts = BeliefShape.FirstCellFacts)
{
    /// <summary>Whether there can be such a network, and it is worked out in a moment: sizes may come from anybody's file.</summary>
    public bool IsPossible =>
        this is
        {
            Width: > 0 and <= SiteOptions.MaxEdge,
            Height: > 0 and <= SiteOptions.MaxEdge,
            Depth: > 0 and <= SiteOptions.MaxEdge,
            Channels: > 0 and <= 1024,
            ColumnFeatures: > 0 and <= 4096,
            Blocks: >= 0 and <= 64,
            CellFacts: BeliefShape.FirstCellFacts or BeliefShape.AllCellFacts,
        }
        && Channels % 16 == 0;

    /// <summary>What is to be said of a network.</summary>
    public static BeliefModelForm Of(BeliefNetwork network)
    {
        var (size, options) = (network.Shape.Size, network.Options);
        return new BeliefModelForm(size.Width, size.Height, size.Depth, options.Channels, options.ColumnFeatures, options.Blocks, network.Shape.CellFacts);
    }

    /// <summary>The network of which it is said.</summary>
    public BeliefNetwork ToNetwork() => new(
        new BeliefShape(new GridSize(Width, Height, Depth), CellFacts),
        new BeliefNetworkOptions { Channels = Channels, ColumnFeatures = ColumnFeatures, Blocks = Blocks });
}
