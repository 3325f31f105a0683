namespace BlockAssist.Simulation.Goals;

/// <summary>Which cells count as neighbours when a structure is split into connected parts.</summary>
public enum Connectivity
{
    /// <summary>Cells that share a face: 6 neighbours.</summary>
    Faces = 6,

    /// <summary>Cells that share a face or an edge: 18 neighbours.</summary>
    Edges = 18,

    /// <summary>Cells that share a face, an edge or a corner: 26 neighbours.</summary>
    Corners = 26,
}
