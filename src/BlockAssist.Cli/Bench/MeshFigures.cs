using BlockAssist.Simulation.Measuring;

namespace BlockAssist.Cli.Bench;

/// <summary>How fast meshes of a kind of land are made, on one core.</summary>
/// <param name="Land">Which land.</param>
/// <param name="Sections">How many sections of 16³ cells have faces.</param>
/// <param name="Faces">How many faces they have, merged.</param>
/// <param name="PlainFaces">How many if none is merged.</param>
/// <param name="Microseconds">How long a section takes, its copy included.</param>
/// <param name="WholeMilliseconds">How long all sections take, those without faces too.</param>
/// <param name="PlainWholeMilliseconds">How long a plain mesher takes for them: cell by cell, without light and shades, nothing merged.</param>
internal sealed record MeshFigure(
    string Land, int Sections, int Faces, int PlainFaces, Percentiles Microseconds, double WholeMilliseconds, double PlainWholeMilliseconds);

/// <summary>What <c>bench mesh</c> found.</summary>
/// <param name="Figures">One line a kind of land.</param>
internal sealed record MeshFigures(IReadOnlyList<MeshFigure> Figures);
