namespace BlockAssist.Game.Meshing;

/// <summary>A mesh that is ready to be drawn.</summary>
/// <param name="Section">The number of its section.</param>
/// <param name="Version">The version of the section that it shows.</param>
/// <param name="Mesh">The mesh; to be given back by <see cref="MeshWorkers.Return"/>.</param>
public readonly record struct MeshedSection(int Section, int Version, SectionMesh Mesh);
