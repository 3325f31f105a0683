using BlockAssist.Game.Meshing;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Meshing;

/// <summary>What a mesh must show, found cell by cell and corner by corner, in the plainest way.</summary>
internal static class PlainMesher
{
    /// <summary>A face of one cell: its texture, and light and shade of the corners by their places.</summary>
    public sealed record Seen(TextureLayer Layer, string Corners);

    /// <summary>All faces that are seen, of a pass.</summary>
    public static Dictionary<(BlockPos Cell, Face Face), Seen> Of(VoxelWorld world, BlockPos section, MeshPass pass)
    {
        var faces = new Dictionary<(BlockPos, Face), Seen>();
        for (var cell = 0; cell < 4096; cell++)
        {
            var local = new BlockPos(cell % 16, cell / 16 % 16, cell / 256);
            var at = new BlockPos((section.X * 16) + local.X, (section.Y * 16) + local.Y, (section.Z * 16) + local.Z);
            foreach (var face in Enum.GetValues<Face>())
            {
                if (IsSeen(world, at, face, pass))
                {
                    faces.Add((local, face), FaceOf(world, at, local, face));
                }
            }
        }

        return faces;
    }

    /// <summary>The light of the cell before a face.</summary>
    public static int LightBefore(VoxelWorld world, BlockPos section, BlockPos cell, Face face) =>
        LightAt(world, new BlockPos((section.X * 16) + cell.X, (section.Y * 16) + cell.Y, (section.Z * 16) + cell.Z) + BlockPos.Directions[(int)face]);

    /// <summary>The faces that a mesh shows, taken apart into those of single cells.</summary>
    public static Dictionary<(BlockPos Cell, Face Face), Seen> Of(ReadOnlySpan<uint> mesh)
    {
        var faces = new Dictionary<(BlockPos, Face), Seen>();
        for (var quad = 0; quad < mesh.Length; quad += 4)
        {
            var corners = mesh.Slice(quad, 4).ToArray();
            var face = MeshVertex.FaceOf(corners[0]);
            var places = corners.Select(MeshVertex.PlaceOf).ToArray();
            var (low, high) = ((places.Min(p => p.X), places.Min(p => p.Y), places.Min(p => p.Z)), (places.Max(p => p.X), places.Max(p => p.Y), places.Max(p => p.Z)));
            Assert.Equal(face, Facing(places));
            foreach (var cell in Cells(face, low, high))
            {
                // Corner by corner, moved to where a single face has it.
                var text = corners.Select(c => (At: MeshVertex.PlaceOf(c), c)).Select(c =>
                    ($"{(c.At.X == low.Item1 ? cell.X : cell.X + 1)},{(c.At.Y == low.Item2 ? cell.Y : cell.Y + 1)},{(c.At.Z == low.Item3 ? cell.Z : cell.Z + 1)}", c.c));
                faces.Add((cell, face), new Seen(MeshVertex.LayerOf(corners[0]), Text(text.Select(c => (Fixed(c.Item1, face, low), MeshVertex.LightOf(c.c), MeshVertex.ShadeOf(c.c))))));
            }
        }

        return faces;
    }

    private static string Fixed(string place, Face face, (int X, int Y, int Z) low)
    {
        // Along the axis of the face all corners have one place: that of the plane.
        var parts = place.Split(',');
        parts[(int)face / 2] = $"{(((int)face / 2) switch { 0 => low.X, 1 => low.Y, _ => low.Z })}";
        return string.Join(',', parts);
    }

    private static IEnumerable<BlockPos> Cells(Face face, (int X, int Y, int Z) low, (int X, int Y, int Z) high)
    {
        var back = (int)face % 2 == 0 ? 1 : 0;
        for (var x = low.X; x < Math.Max(high.X, low.X + 1); x++)
        {
            for (var y = low.Y; y < Math.Max(high.Y, low.Y + 1); y++)
            {
                for (var z = low.Z; z < Math.Max(high.Z, low.Z + 1); z++)
                {
                    yield return ((int)face / 2) switch
                    {
                        0 => new BlockPos(x - back, y, z),
                        1 => new BlockPos(x, y - back, z),
                        _ => new BlockPos(x, y, z - back),
                    };
                }
            }
        }
    }

    private static Face Facing((int X, int Y, int Z)[] p)
    {
        var (a, b) = ((p[1].X - p[0].X, p[1].Y - p[0].Y, p[1].Z - p[0].Z), (p[2].X - p[0].X, p[2].Y - p[0].Y, p[2].Z - p[0].Z));
        var (x, y, z) = ((a.Item2 * b.Item3) - (a.Item3 * b.Item2), (a.Item3 * b.Item1) - (a.Item1 * b.Item3), (a.Item1 * b.Item2) - (a.Item2 * b.Item1));
        return x > 0 ? Face.PosX : x < 0 ? Face.NegX : y > 0 ? Face.PosY : y < 0 ? Face.NegY : z > 0 ? Face.PosZ : Face.NegZ;
    }

    private static bool IsSeen(VoxelWorld world, BlockPos at, Face face, MeshPass pass)
    {
        var (material, front) = (MaterialAt(world, at), MaterialAt(world, at + BlockPos.Directions[(int)face]));
        return pass switch
        {
            MeshPass.Solid => material.IsOpaque() && !front.IsOpaque(),
            MeshPass.Glass => material == Material.Glass && front != Material.Glass && !front.IsOpaque(),
            _ => material == Material.Water && front != Material.Water && !front.IsOpaque(),
        };
    }

    private static Seen FaceOf(VoxelWorld world, BlockPos at, BlockPos local, Face face)
    {
        var axis = (int)face / 2;
        var front = at + BlockPos.Directions[(int)face];
        var corners = new List<(string, int, int)>();
        for (var corner = 0; corner < 4; corner++)
        {
            var (first, second) = (corner % 2, corner / 2);
            var (sideStep, otherStep) = axis switch
            {
                0 => (new BlockPos(0, (2 * first) - 1, 0), new BlockPos(0, 0, (2 * second) - 1)),
                1 => (new BlockPos((2 * first) - 1, 0, 0), new BlockPos(0, 0, (2 * second) - 1)),
                _ => (new BlockPos((2 * first) - 1, 0, 0), new BlockPos(0, (2 * second) - 1, 0)),
            };
            var place = local + (axis switch
            {
                0 => new BlockPos((int)face % 2 == 0 ? 1 : 0, first, second),
                1 => new BlockPos(first, (int)face % 2 == 0 ? 1 : 0, second),
                _ => new BlockPos(first, second, (int)face % 2 == 0 ? 1 : 0),
            });
            var (side, other, diagonal) = (front + sideStep, front + otherStep, front + sideStep + otherStep);
            var shut = (IsOpaque(world, side) ? 1 : 0) + (IsOpaque(world, other) ? 1 : 0);
            var shade = shut == 2 ? 0 : 3 - shut - (IsOpaque(world, diagonal) ? 1 : 0);
            var lights = new List<int> { LightAt(world, front) };
            lights.AddRange(new[] { side, other }.Where(cell => !IsOpaque(world, cell)).Select(cell => LightAt(world, cell)));
            if (shut < 2 && !IsOpaque(world, diagonal))
            {
                lights.Add(LightAt(world, diagonal));
            }

            corners.Add(($"{place.X},{place.Y},{place.Z}", (lights.Sum() + (lights.Count / 2)) / lights.Count, shade));
        }

        var isCovered = IsOpaque(world, at with { Y = at.Y + 1 });
        return new Seen(TextureLayers.Of(MaterialAt(world, at), face, isCovered), Text(corners));
    }

    private static string Text(IEnumerable<(string Place, int Light, int Shade)> corners) =>
        string.Join(' ', corners.OrderBy(corner => corner.Place, StringComparer.Ordinal).Select(corner => $"{corner.Place}:{corner.Light}/{corner.Shade}"));

    private static bool IsOpaque(VoxelWorld world, BlockPos at) => MaterialAt(world, at).IsOpaque();

    private static Material MaterialAt(VoxelWorld world, BlockPos at) => world[at];

    private static int LightAt(VoxelWorld world, BlockPos at) =>
        at.Y < 0 ? 0 : world.Size.Contains(at) ? world.Light[world.IndexOf(at.X, at.Y, at.Z)] : VoxelWorld.FullLight;
}
