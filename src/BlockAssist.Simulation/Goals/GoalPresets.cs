using BlockAssist.Simulation.Goals.Transforms;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals;

/// <summary>The pipelines that have a name.</summary>
public static class GoalPresets
{
    /// <summary>The names of the presets.</summary>
    public static IReadOnlyList<string> Names { get; } = ["paper", "fit"];

    /// <summary>
    /// The chain of the AssistanceZero paper, for houses that are at most twice as large as the room; rejects others.
    /// </summary>
    public static GoalPipeline Paper { get; } = new(
    [
        new LargestComponentTransform(Connectivity.Edges),
        new CropAirTransform(),
        new CropLowDensityBottomLayersTransform(0.1),
        new MinSizeFilter(new GridSize(4, 4, 4)),
        new AreaSampleTransform(AreaSampleOptions.Paper),
        new DensityFilter(0, 1),
        new RandomlyPlaceTransform(),
        new AddGrassTransform(GrassMode.Surround),
        new SingleComponentFilter(Connectivity.Edges),
    ]);

    /// <summary>
    /// Fits any structure of any size into any room and rejects none; the same structure always gives the same goal.
    /// </summary>
    /// <remarks>All that is built in the goal is connected to the ground, so it can be built without scaffolding.</remarks>
    public static GoalPipeline Fit { get; } = new(
    [
        new CropAirTransform(),
        new MainPartTransform(Connectivity.Edges),
        new CropAirTransform(),
        new BoxSampleTransform(4),
        new LargestComponentTransform(Connectivity.Edges),
        new CropAirTransform(),
        new CropLowDensityBottomLayersTransform(0.1),
        new ScaleToFitTransform(),
        new LargestComponentTransform(Connectivity.Edges),
        new CropAirTransform(),
        new CentreTransform(),
        new AddGrassTransform(GrassMode.Surround),
    ]);

    /// <summary>The preset of a name, or null if there is none.</summary>
    public static GoalPipeline? Find(string name) => name switch
    {
        "paper" => Paper,
        "fit" => Fit,
        _ => null,
    };
}
