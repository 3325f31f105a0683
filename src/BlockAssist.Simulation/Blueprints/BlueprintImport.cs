namespace BlockAssist.Simulation.Blueprints;

/// <summary>What came of reading a blueprint file.</summary>
/// <param name="Blueprint">The structure, in blocks of our palette.</param>
/// <param name="Format">What the file turned out to be.</param>
/// <param name="Unmapped">Blocks the table does not know, most frequent first; their cells were filled in from their neighbours.</param>
public sealed record BlueprintImport(Blueprint Blueprint, BlueprintFormat Format, IReadOnlyList<UnmappedBlock> Unmapped);
