using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Transforms;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Goals;

public sealed class GoalTransformTests
{
    private static readonly IGoalTransform[] Fitting =
    [
        new CropTransform(densityThreshold: 1000),
        new CropTransform(1000, tetheredToGround: false, wall: true),
        new AreaSampleTransform(new AreaSampleOptions()),
        new AreaSampleTransform(AreaSampleOptions.Paper),
        new AreaSampleTransform(new AreaSampleOptions { Interpolate = false, PreservePaths = false }),
        new AreaSampleTransform(new AreaSampleOptions { InterpolationOrder = 0, ScaleYIndependently = false }),
        new AreaSampleTransform(new AreaSampleOptions { InterpolationOrder = 3, MaxScalingFactor = 100 }),
        new SeamCarveTransform(),
        new SeamCarveTransform(positionCoefficient: 0),
        new ScaleToFitTransform(),
        new RandomlyPlaceTransform(),
        new CentreTransform(),
    ];

    private static readonly IGoalTransform[] All =
    [
        .. Fitting,
        new CropAirTransform(),
        new CropLowDensityBottomLayersTransform(0.4),
        new LargestComponentTransform(),
        new SingleComponentFilter(),
        new DensityFilter(0.2, 0.8),
        new MinSizeFilter(new GridSize(2, 2, 2)),
        new UniformBlockTypeTransform(Block.Glass),
        new MirrorTransform(),
        new AddGrassTransform(GrassMode.Surround),
        new AddGrassTransform(GrassMode.Replace),
        new AddGrassTransform(GrassMode.Concatenate),
        new RemoveInvisibleNonDirtTransform(),
        new BoxSampleTransform(1),
        new MainPartTransform(Connectivity.Edges),
    ];

    private static readonly Gen<(BlockGrid Structure, GridSize Room, ulong Seed)> AnyCase =
        Gen.Select(Structures.Noise(8), Structures.Sizes(6), Gen.ULong);

    [Fact]
    public void A_transform_depends_on_nothing_but_its_arguments_and_leaves_them_as_they_were() =>
        Gen.Select(Structures.OneOf(All), AnyCase).Sample((transform, given) =>
        {
            var before = given.Structure.Clone();

            var first = Apply(transform, given.Structure, given.Room, given.Seed);
            var second = Apply(transform, given.Structure, given.Room, given.Seed);

            Assert.True(before.ContentEquals(given.Structure), transform.Name);
            Assert.True(ReferenceEquals(first, second) || first!.ContentEquals(second!), transform.Name);
        });

    [Fact]
    public void What_a_transform_makes_for_a_room_fits_into_the_room() =>
        Gen.Select(Structures.OneOf(Fitting), AnyCase).Sample((transform, given) =>
        {
            var fitted = Apply(transform, given.Structure, given.Room, given.Seed);

            Assert.True(fitted is null || fitted.Size.FitsInto(given.Room), transform.Name);
        });

    [Fact]
    public void Only_blocks_of_the_palette_come_out() =>
        Gen.Select(Structures.OneOf(All), AnyCase).Sample((transform, given) =>
        {
            var made = Apply(transform, given.Structure, given.Room, given.Seed);

            Assert.DoesNotContain(made?.Blocks.ToArray() ?? [], block => (int)block >= Palette.Count);
        });

    [Fact]
    public void Mirroring_makes_a_structure_symmetric_and_keeps_its_western_half() =>
        Structures.Noise(7).Sample(structure =>
        {
            var mirrored = Apply(new MirrorTransform(), structure)!;

            for (var cell = 0; cell < structure.Size.Volume; cell++)
            {
                var at = structure.Size.PosOf(cell);
                var opposite = at with { X = structure.Size.Width - 1 - at.X };
                Assert.Equal(structure[at.X <= opposite.X ? at : opposite], mirrored[at]);
            }

            Assert.True(Apply(new MirrorTransform(), mirrored)!.ContentEquals(mirrored));
        });

    [Fact]
    public void Cropping_air_twice_is_cropping_it_once_and_loses_no_block() =>
        Structures.Noise(7).Sample(structure =>
        {
            var cropped = Apply(new CropAirTransform(), structure)!;

            Assert.Same(cropped, Apply(new CropAirTransform(), cropped));
            Assert.Equal(structure.CountSolid(), cropped.CountSolid());
        });

    [Fact]
    public void A_crop_is_about_as_dense_as_the_whole() =>
        AnyCase.Sample(given =>
        {
            var crop = Apply(new CropTransform(), given.Structure, given.Room, given.Seed);

            Assert.True(crop is null || Math.Abs(crop.Density() / given.Structure.Density() - 1) <= 0.25 + 1e-9);
        });

    [Fact]
    public void Nothing_cannot_be_cropped() =>
        Assert.Null(Apply(new CropTransform(), new BlockGrid(new GridSize(4, 4, 4))));

    [Fact]
    public void A_random_place_is_on_the_floor_and_keeps_all_blocks() =>
        AnyCase.Sample(given =>
        {
            var room = new GridSize(8, 8, 8);

            var placed = Apply(new RandomlyPlaceTransform(), given.Structure, room, given.Seed)!;

            Assert.Equal(room, placed.Size);
            Assert.Equal(given.Structure.CountSolid(), placed.CountSolid());
            Assert.Equal(BottomOf(given.Structure), BottomOf(placed));
        });

    [Fact]
    public void Every_place_in_the_room_can_be_drawn()
    {
        var pole = Structures.Of(["3"]);

        var places = Enumerable.Range(0, 200)
            .Select(seed => Apply(new RandomlyPlaceTransform(), pole, new GridSize(3, 1, 2), (ulong)seed)!)
            .Select(placed => placed.Blocks.IndexOf(Block.Cobblestone));

        Assert.Equal(Enumerable.Range(0, 6), places.Distinct().Order());
    }

    [Fact]
    public void The_largest_part_on_the_ground_is_all_that_stands_there()
    {
        // Two poles on the ground, three blocks together, against four that float.
        var structure = Structures.Of(["3..6"], ["3..."], ["...."], ["4444"]);

        var kept = Apply(new LargestComponentTransform(), structure)!;
        var larger = Apply(new LargestComponentTransform(), Structures.Of(["3..6"], ["3..6"], ["...."], ["4444"]))!;

        Assert.True(Structures.Of(["...."], ["...."], ["...."], ["4444"]).ContentEquals(kept));
        Assert.True(Structures.Of(["3..6"], ["3..6"], ["...."], ["...."]).ContentEquals(larger));
    }

    [Fact]
    public void What_floats_is_rejected_and_what_touches_an_edge_does_not_float_for_18_neighbours()
    {
        var stairs = Structures.Of(["3.."], [".3."], ["..3"]);

        Assert.Null(Apply(new SingleComponentFilter(Connectivity.Faces), stairs));
        Assert.Same(stairs, Apply(new SingleComponentFilter(Connectivity.Edges), stairs));
    }

    [Fact]
    public void Thin_layers_go_only_if_a_dense_one_follows()
    {
        var stilts = Structures.Of(["3...."], ["3...."], ["33333"]);
        var pole = Structures.Of(["3...."], ["3...."]);
        var crop = new CropLowDensityBottomLayersTransform(0.5);

        Assert.True(Structures.Of(["33333"]).ContentEquals(Apply(crop, stilts)!));
        Assert.Same(pole, Apply(crop, pole));
    }

    [Theory]
    [InlineData(GrassMode.Surround, "32", null)]
    [InlineData(GrassMode.Replace, "22", null)]
    [InlineData(GrassMode.Concatenate, "22", "3.")]
    public void Grass_comes_where_its_mode_says(GrassMode mode, string bottom, string? above)
    {
        var expected = above is null ? Structures.Of([bottom]) : Structures.Of([bottom], [above]);

        Assert.True(expected.ContentEquals(Apply(new AddGrassTransform(mode), Structures.Of(["3."]))!));
    }

    [Fact]
    public void What_is_hidden_at_the_bottom_becomes_dirt_and_glass_does_not_hide()
    {
        var changed = Apply(new RemoveInvisibleNonDirtTransform(), Structures.Of(["33.3"], ["34.."]))!;

        Assert.True(Structures.Of(["23.3"], ["34.."]).ContentEquals(changed));
    }

    [Fact]
    public void Filters_let_pass_what_lies_within_their_bounds()
    {
        var half = Structures.Of(["3."]);

        Assert.Same(half, Apply(new DensityFilter(0.5, 0.5), half));
        Assert.Null(Apply(new DensityFilter(0.6), half));
        Assert.Null(Apply(new DensityFilter(0, 0.4), half));
        Assert.Same(half, Apply(new MinSizeFilter(new GridSize(1, 1, 2)), half));
        Assert.Null(Apply(new MinSizeFilter(new GridSize(1, 2, 1)), half));
    }

    [Fact]
    public void A_house_that_is_made_smaller_keeps_its_door_open()
    {
        var house = Structures.House(new GridSize(16, 6, 15));

        var small = Apply(new AreaSampleTransform(new AreaSampleOptions()), house, Structures.PaperRoom)!;

        var wall = Enumerable.Range(0, small.Size.Depth);
        Assert.Contains(wall, z => small[0, 1, z] == Block.Air && small[0, 2, z] == Block.Air && small[0, 0, z] != Block.Air);
    }

    [Fact]
    public void A_structure_beyond_the_maximal_factor_is_rejected() =>
        Assert.Null(Apply(
            new AreaSampleTransform(AreaSampleOptions.Paper), new BlockGrid(new GridSize(9, 17, 8)), Structures.PaperRoom));

    [Fact]
    public void A_box_sample_of_a_huge_house_keeps_its_walls()
    {
        var sampled = Apply(new BoxSampleTransform(1), Structures.House(new GridSize(48, 24, 48)), new GridSize(12, 6, 12))!;

        Assert.Equal(new GridSize(12, 6, 12), sampled.Size);
        Assert.DoesNotContain(Block.Air, Enumerable.Range(0, 12).Select(z => sampled[11, 2, z]));
    }

    [Fact]
    public void Sampling_boxes_loses_no_structure_entirely()
    {
        var dust = new BlockGrid(new GridSize(16, 16, 16));
        dust[0, 0, 0] = dust[15, 15, 15] = Block.Glass;

        Assert.Equal(2, Apply(new BoxSampleTransform(1), dust)!.CountSolid());
    }

    [Fact]
    public void The_main_part_of_what_is_too_large_is_its_largest_part_even_on_the_ground()
    {
        var houseAndTree = Structures.Of(["33...5"], ["33...5"]);

        Assert.True(Structures.Of(["33...."], ["33...."]).ContentEquals(Apply(new MainPartTransform(Connectivity.Edges), houseAndTree)!));
        Assert.Same(houseAndTree, Apply(new MainPartTransform(Connectivity.Edges), houseAndTree, Structures.PaperRoom));
    }

    [Fact]
    public void What_has_grown_together_is_hollowed_out_and_keeps_its_shell()
    {
        var block = Apply(new UniformBlockTypeTransform(), Structures.Noise(new GridSize(24, 24, 24), density: 1, seed: 1))!;

        var hollow = Apply(new ScaleToFitTransform(), block, new GridSize(8, 8, 8))!;

        Assert.Equal(8 * 8 * 8 - (6 * 6 * 6), hollow.CountSolid());
    }

    private static List<Block> BottomOf(BlockGrid structure) =>
        [.. Enumerable.Range(0, structure.Size.Volume)
            .Where(cell => structure.Size.PosOf(cell).Y == 0 && structure[cell] != Block.Air)
            .Select(cell => structure[cell])];

    private static BlockGrid? Apply(IGoalTransform transform, BlockGrid structure, GridSize? room = null, ulong seed = 1) =>
        transform.Apply(structure, room ?? new GridSize(4, 4, 4), new SeededRandom(seed));
}
