using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Blueprints;

/// <summary>A structure that somebody wants built: the goal of a site, before it is placed there.</summary>
/// <param name="Name">What people call it; by default the file's name without its ending.</param>
/// <param name="Blocks">The structure, as large as it is and no larger.</param>
public sealed record Blueprint(string Name, BlockGrid Blocks);
