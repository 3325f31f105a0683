using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Policies;

public sealed class HelpWishesTests
{
    [Fact]
    public void The_version_rises_with_every_change_and_only_then()
    {
        var wishes = new HelpWishes(3);
        Action[] changes =
        [
            () => wishes.Sureness = 0.9,
            () => wishes.OnlyWanted = true,
            () => wishes[1] = new CellWish(CellWishKind.Wanted, Block.Stone),
            () => wishes[1] = new CellWish(CellWishKind.Wanted, Block.Wool),
            () => wishes[1] = default,
            () => wishes.Sureness = null,
        ];

        for (var number = 0; number < changes.Length; number++)
        {
            changes[number]();
            changes[number]();
            Assert.Equal(number + 1, wishes.Version);
        }
    }

    [Fact]
    public void A_copy_is_the_same_and_stays_so()
    {
        var (wishes, copy) = (new HelpWishes(2) { Sureness = 0.6, OnlyWanted = true, [1] = new CellWish(CellWishKind.Declined) }, new HelpWishes(2));
        copy.CopyFrom(wishes);
        Assert.Equal((0.6, true, CellWishKind.Declined, wishes.Version), (copy.Sureness, copy.OnlyWanted, copy[1].Kind, copy.Version));

        wishes[1] = default;
        Assert.Equal(CellWishKind.Declined, copy[1].Kind);
    }
}
