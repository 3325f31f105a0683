namespace BlockAssist.Simulation.Blueprints;

/// <summary>A kind of block that our table does not know, and how often the file holds it.</summary>
/// <param name="Name">The block as the file names it, without its state; <c>#number:data</c> for a number without a name.</param>
/// <param name="Count">How many cells of the structure hold it.</param>
public readonly record struct UnmappedBlock(string Name, int Count);
