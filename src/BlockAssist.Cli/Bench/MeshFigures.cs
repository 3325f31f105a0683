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
/// <param name="Bare">The faces alone, without light and shades, of cells that were sorted before: as most meshers are measured.</param>
/// <param name="First">What the game does before a world is first seen: cells copied and sorted, faces as seen from afar, in their light.</param>
internal sealed record MeshFigure(
    string Land, int Sections, int Faces, int PlainFaces, Percentiles Microseconds, double WholeMilliseconds, double PlainWholeMilliseconds, DistantFigure Bare, DistantFigure First);

/// <summary>How fast meshes without shades are made of all sections, on one core.</summary>
/// <param name="Faces">How many faces they have, merged.</param>
/// <param name="WholeMilliseconds">How long all sections take.</param>
/// <param name="TimesPlain">That, for one of the plain mesher's time.</param>
internal sealed record DistantFigure(int Faces, double WholeMilliseconds, double TimesPlain);

/// <summary>What <c>bench mesh</c> found.</summary>
/// <param name="Figures">One line a kind of land.</param>
internal sealed record MeshFigures(IReadOnlyList<MeshFigure> Figures);
