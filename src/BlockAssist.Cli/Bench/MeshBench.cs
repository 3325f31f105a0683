using BlockAssist.Game.Meshing;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Measuring;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Bench;

/// <summary>Measures how long the meshes of sections take, on one core.</summary>
/// <param name="clock">The time.</param>
/// <param name="rounds">How often each land is meshed; the fastest round counts for the whole, each section's fastest for sections.</param>
internal sealed class MeshBench(TimeProvider clock, int rounds)
{
    private readonly PaddedSection _padded = new();
    private readonly SectionMesher _mesher = new();
    private readonly DistantMesher _distant = new();
    private readonly SectionMesh _mesh = new();
    private readonly PlainMesher _plain = new();

    /// <summary>Measures a land.</summary>
    public MeshFigure Measure(MeshLand land)
    {
        var world = land.World;
        BlockPos[] sections = [.. Enumerable.Range(0, world.Sections.Volume).Select(world.Sections.PosOf)];
        var fastest = new double[sections.Length];
        Array.Fill(fastest, double.PositiveInfinity);
        var (whole, plainWhole, first, bare) = (double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
        var sorted = Sorted(land.Unlit(), sections);
        for (var round = 0; round < rounds; round++)
        {
            whole = Math.Min(whole, Each(sections.Length, section => Make(world, sections[section]), fastest));
            plainWhole = Math.Min(plainWhole, Each(sections.Length, section => _plain.Make(world, sections[section]), null));
            first = Math.Min(first, Each(sections.Length, section => MakeDistant(world, sections[section]), null));
            bare = Math.Min(bare, Each(sections.Length, section => sorted[section].Merge(_mesh), null));
        }

        var faces = sections.Select(section => Make(world, section)).ToArray();
        return new MeshFigure(
            land.Name,
            faces.Count(count => count > 0),
            faces.Sum(),
            sections.Sum(section => _plain.Make(world, section)),
            Percentiles.Of(fastest.Where((_, section) => faces[section] > 0).Select(seconds => 1e6 * seconds)),
            1000 * whole,
            1000 * plainWhole,
            new DistantFigure(sorted.Sum(MergedFaces), 1000 * bare, bare / plainWhole),
            new DistantFigure(sections.Sum(section => MakeDistant(world, section)), 1000 * first, first / plainWhole));
    }

    private static DistantMesher[] Sorted(VoxelWorld world, BlockPos[] sections) =>
    [
        .. sections.Select(section =>
        {
            var (padded, mesher) = (new PaddedSection(), new DistantMesher());
            padded.Copy(world, section);
            mesher.Take(padded);
            return mesher;
        }),
    ];

    private int Make(VoxelWorld world, BlockPos section)
    {
        _padded.Copy(world, section);
        _mesher.Make(_padded, _mesh);
        return Faces();
    }

    private int MakeDistant(VoxelWorld world, BlockPos section)
    {
        _padded.Copy(world, section);
        _distant.Make(_padded, _mesh);
        return Faces();
    }

    private int MergedFaces(DistantMesher sorted)
    {
        sorted.Merge(_mesh);
        return Faces();
    }

    private int Faces() => (_mesh[MeshPass.Solid].Length + _mesh[MeshPass.Glass].Length + _mesh[MeshPass.Water].Length) / 4;

    // Seconds for all; each one's own are kept if they are the fastest yet.
    private double Each(int count, Action<int> work, double[]? fastest)
    {
        var start = clock.GetTimestamp();
        var before = start;
        for (var item = 0; item < count; item++)
        {
            work(item);
            if (fastest is not null)
            {
                var now = clock.GetTimestamp();
                fastest[item] = Math.Min(fastest[item], clock.GetElapsedTime(before, now).TotalSeconds);
                before = now;
            }
        }

        return clock.GetElapsedTime(start).TotalSeconds;
    }
}
