using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Rejects structures of which some part is not connected to the bottom layer.</summary>
/// <remarks>MBAG's `single_cc_filter`: what passes can be built without scaffolding.</remarks>
/// <param name="connectivity">Which cells count as neighbours.</param>
public sealed class SingleComponentFilter(Connectivity connectivity = Connectivity.Faces) : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "single_cc_filter";

    /// <inheritdoc/>
    public BlockGrid? Apply(BlockGrid structure, GridSize room, SeededRandom random) =>
        structure.StandsOnGround(connectivity) ? structure : null;
}
