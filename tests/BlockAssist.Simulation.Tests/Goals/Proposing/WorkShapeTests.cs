using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Goals.Proposing;
using BlockAssist.Simulation.Goals.Varied;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Goals.Proposing;

public sealed class WorkShapeTests
{
    private static readonly GridSize Site = new(12, 10, 12);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_goal_that_is_turned_moved_and_painted_is_the_same(int seed)
    {
        var house = HouseGenerator.Generate(new GridSize(6, 6, 5), (ulong)seed);
        var turned = new BlockGrid(new GridSize(5, 6, 6));
        for (var cell = 0; cell < house.Size.Volume; cell++)
        {
            var at = house.Size.PosOf(cell);
            turned[at.Z, at.Y, house.Size.Width - 1 - at.X] = house[cell];
        }

        var painted = new RepaintTransform().Apply(turned, turned.Size, new SeededRandom(9));

        Assert.Equal(1, new WorkShape(On(house, 0, 0)).LikenessTo(new WorkShape(On(painted, 3, 2))), 9);
        Assert.Equal(1, new WorkShape(On(painted, 1, 4)).LikenessTo(new WorkShape(On(house, 4, 4))), 9);
    }

    [Fact]
    public void A_block_more_leaves_a_goal_nearly_the_same_and_another_house_is_another()
    {
        var (house, more) = (On(HouseGenerator.Generate(new GridSize(6, 6, 6), 1), 2, 2), On(HouseGenerator.Generate(new GridSize(6, 6, 6), 1), 2, 2));
        more[2, SiteGround.Surface, 4] = Block.Wool;
        var other = On(HouseGenerator.Generate(new GridSize(6, 6, 6), 2), 2, 2);

        Assert.InRange(new WorkShape(more).LikenessTo(new WorkShape(house)), 0.9, 0.9999);
        Assert.InRange(new WorkShape(other).LikenessTo(new WorkShape(house)), 0, 0.8);
    }

    [Fact]
    public void One_material_is_not_taken_for_two()
    {
        var (plain, striped) = (new BlockGrid(new GridSize(4, 3, 4)), new BlockGrid(new GridSize(4, 3, 4)));
        for (var cell = 0; cell < plain.Size.Volume; cell++)
        {
            plain[cell] = Block.Stone;
            striped[cell] = plain.Size.PosOf(cell).X % 2 == 0 ? Block.Stone : Block.Planks;
        }

        Assert.Equal(0.5, new WorkShape(On(plain, 0, 0)).LikenessTo(new WorkShape(On(striped, 0, 0))), 9);
        Assert.Equal(0.5, new WorkShape(On(striped, 0, 0)).LikenessTo(new WorkShape(On(plain, 0, 0))), 9);
    }

    [Fact]
    public void Bare_ground_is_no_work() => Assert.Equal(0, new WorkShape(SiteGround.Reset(Site)).Work);

    private static BlockGrid On(BlockGrid structure, int x, int z)
    {
        var site = SiteGround.Reset(Site);
        site.Paste(structure, new BlockPos(1 + x, 1, 1 + z));
        return site;
    }
}
