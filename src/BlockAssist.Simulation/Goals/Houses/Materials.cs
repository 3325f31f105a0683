using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>What a house is made of, part by part.</summary>
/// <param name="Wall">Most of the walls.</param>
/// <param name="Accent">Corner posts, frames, chimneys, rims.</param>
/// <param name="Base">The lowest course and the foundation.</param>
/// <param name="Floor">What one walks on inside.</param>
/// <param name="Roof">The roof.</param>
/// <param name="Pane">What fills a window; air where people left the hole.</param>
internal sealed record Materials(Block Wall, Block Accent, Block Base, Block Floor, Block Roof, Block Pane);
