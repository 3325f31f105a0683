using BlockAssist.Game.Meshing;
using BlockAssist.Game.Tests.World;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Meshing;

public sealed class DistantMesherTests
{
    private readonly PaddedSection _section = new();
    private readonly DistantMesher _mesher = new();
    private readonly SectionMesh _mesh = new();

    public static TheoryData<string> Houses() => [.. SharedData.Names("houses/village-nbt", "*_house_1.nbt").Take(6)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_shows_every_face_that_is_seen_and_no_other_in_the_light_of_the_cell_before_it(ulong seed)
    {
        Check(seed < 3 ? Worlds.Land((uint)seed) : Worlds.Chaos(seed));
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void It_shows_what_others_have_built(string file)
    {
        var house = BlueprintFiles.Import(File.ReadAllBytes(SharedData.Need($"houses/village-nbt/{file}")), file).Blueprint.Blocks;
        var world = new VoxelWorld(new GridSize(48, 48, 48));
        for (var cell = 0; cell < house.Size.Volume; cell++)
        {
            var at = house.Size.PosOf(cell);
            if (world.Size.Contains(at))
            {
                world.Set(at, (Material)house[at]);
            }
        }

        new SkyLight(world).Spread();

        Check(world);
    }

    [Fact]
    public void Faces_that_look_one_way_lie_together()
    {
        Make(Worlds.Chaos(7), new BlockPos(1, 1, 1));

        MeshOrder.Demand(_mesh);
    }

    [Fact]
    public void Land_has_far_fewer_faces_than_with_shades()
    {
        var (world, detailed, near) = (Worlds.Land(3), new SectionMesher(), new SectionMesh());
        var (few, many) = (0, 0);
        for (var number = 0; number < world.Sections.Volume; number++)
        {
            Make(world, world.Sections.PosOf(number));
            detailed.Make(_section, near);
            few += _mesh[MeshPass.Solid].Length;
            many += near[MeshPass.Solid].Length;
        }

        Assert.InRange(few, 1, 0.8 * many);
    }

    [Fact]
    public void A_section_of_air_alone_leaves_nothing_of_the_one_before()
    {
        var world = Worlds.Chaos(5);
        Make(world, new BlockPos(1, 1, 1));
        Assert.False(_mesh.IsEmpty);

        Make(new VoxelWorld(new GridSize(48, 48, 48)), new BlockPos(1, 1, 1));
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

    private void Check(VoxelWorld world)
    {
        for (var number = 0; number < world.Sections.Volume; number++)
        {
            var section = world.Sections.PosOf(number);
            Make(world, section);
            foreach (var pass in Enum.GetValues<MeshPass>())
            {
                var expected = PlainMesher.Of(world, section, pass);
                var actual = PlainMesher.Of(_mesh[pass]);
                HashSet<(BlockPos, Face)> wanted = [.. expected.Keys];
                Assert.True(wanted.SetEquals(actual.Keys), $"{section} shows other faces of {pass}");
                foreach (var ((cell, face), seen) in actual)
                {
                    Assert.Equal(expected[(cell, face)].Layer, seen.Layer);
                    var light = PlainMesher.LightBefore(world, section, cell, face);
                    Assert.All(seen.Corners.Split(' '), corner => Assert.EndsWith($":{light}/3", corner, StringComparison.Ordinal));
                }
            }
        }
    }

    private void Make(VoxelWorld world, BlockPos section)
    {
        _section.Copy(world, section);
        _mesher.Make(_section, _mesh);
    }
}
