using BlockAssist.Game.Meshing;
using BlockAssist.Game.Tests.World;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Meshing;

public sealed class SectionMesherTests
{
    private readonly PaddedSection _section = new();
    private readonly SectionMesher _mesher = new();
    private readonly SectionMesh _mesh = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void It_shows_every_face_that_is_seen_and_no_other_each_as_a_single_one_would_be(ulong seed)
    {
        var world = seed == 1 ? Worlds.Land(7) : Worlds.Chaos(seed);
        for (var number = 0; number < world.Sections.Volume; number++)
        {
            var section = world.Sections.PosOf(number);
            Make(world, section);

            foreach (var pass in Enum.GetValues<MeshPass>())
            {
                Same(PlainMesher.Of(world, section, pass), PlainMesher.Of(_mesh[pass]));
            }
        }
    }

    [Fact]
    public void Faces_that_look_one_way_lie_together()
    {
        Make(Worlds.Chaos(7), new BlockPos(1, 1, 1));

        MeshOrder.Demand(_mesh);
    }

    [Fact]
    public void A_level_floor_is_one_face()
    {
        var world = new VoxelWorld(new GridSize(16, 16, 16));
        for (var cell = 0; cell < 256; cell++)
        {
            world.Set(new BlockPos(cell % 16, 0, cell / 16), Material.Stone);
        }

        Make(world, default);

        Assert.Equal(4, _mesh[MeshPass.Solid][_mesh.FacesOf(MeshPass.Solid, Face.PosY)].Length);
    }

    [Fact]
    public void What_is_nothing_but_air_or_rock_has_no_face()
    {
        var world = new VoxelWorld(new GridSize(48, 48, 48));
        for (var cell = 0; cell < world.Size.Volume; cell++)
        {
            var at = world.Size.PosOf(cell);
            if (at.Y < 32)
            {
                world.Set(at, Material.Stone);
            }
        }

        Make(world, new BlockPos(1, 0, 1));
        Assert.True(_mesh.IsEmpty);
        Make(world, new BlockPos(1, 2, 1));
        Assert.True(_mesh.IsEmpty);
    }

    [Fact]
    public void A_mesh_made_again_allocates_nothing()
    {
        var world = Worlds.Chaos(4);
        Make(world, new BlockPos(1, 1, 1));
        Assert.Equal(0, Garbage.Of(() =>
        {
            for (var again = 0; again < 10; again++)
            {
                Make(world, new BlockPos(1, 1, 1));
            }
        }));
    }

    private static void Same(Dictionary<(BlockPos, Face), PlainMesher.Seen> expected, Dictionary<(BlockPos, Face), PlainMesher.Seen> actual)
    {
        foreach (var (face, seen) in expected)
        {
            Assert.True(actual.Remove(face, out var shown), $"{face} is missing");
            Assert.Equal(seen, shown);
        }

        Assert.Empty(actual);
    }

    private void Make(VoxelWorld world, BlockPos section)
    {
        _section.Copy(world, section);
        _mesher.Make(_section, _mesh);
    }
}
