using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Learner.Tests.Views;

public sealed class ViewMaskTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_view_allows_what_the_flat_mask_allows_and_names_each_action_once(bool infiniteBlocks)
    {
        Gen.Select(Gen.ULong, Gen.Int[0, Symmetry.Count - 1]).Sample(
            (seed, number) =>
            {
                var scene = Scene.Of(seed, infiniteBlocks);
                var symmetry = new Symmetry(number);
                var batch = scene.Shown(symmetry);

                var named = NamedBy(batch, scene, symmetry);
                var allowed = AllowedBy(scene).Where(action => action.Type != ActionType.Give).ToArray();

                Assert.Equal(named.Length, named.Distinct().Count());
                Assert.Equal(allowed.OrderBy(action => $"{action}"), named.OrderBy(action => $"{action}"));
                Assert.Equal(allowed.Length, batch.AllowedCount(0));
            },
            iter: 60,
            threads: 1);
    }

    [Fact]
    public void With_nothing_but_bedrock_in_hand_nothing_can_be_placed()
    {
        var scene = Scene.Of(3, infiniteBlocks: false);
        var hands = new Inventory();
        hands.SetSlot(0, Block.Bedrock, 1);

        var batch = (scene with { State = scene.State with { Inventories = [.. scene.State.Inventories.Select(_ => hands)] } }).Shown(Symmetry.Identity);

        Assert.Equal((0, 0, 0), (batch.Place.Count(mark => mark != 0), batch.Offered.Count(mark => mark != 0), batch.Types[1]));
    }

    private static IEnumerable<BuilderAction> AllowedBy(Scene scene)
    {
        var mask = scene.Mask();
        return Enumerable.Range(0, mask.Length).Where(index => mask[index] != 0).Select(scene.Site().Actions.ActionAt);
    }

    private static BuilderAction[] NamedBy(ViewBatch batch, Scene scene, Symmetry symmetry)
    {
        var moves = from type in Enumerable.Range(0, ViewShape.Types)
                    where type is 0 or > 2 && batch.Types[type] != 0
                    select new BuilderAction(symmetry.Inverse.Turn((ActionType)type));
        var places = from cell in Enumerable.Range(0, ViewShape.Cells)
                     where batch.Types[1] != 0 && batch.Place[cell] != 0
                     from block in Enumerable.Range(0, ViewShape.Blocks)
                     where batch.Offered[block] != 0
                     select BuilderAction.Place(CellOf(cell), (Block)(block + (int)Palette.FirstPlaceable));
        var breaks = from cell in Enumerable.Range(0, ViewShape.Cells)
                     where batch.Types[2] != 0 && batch.Break[cell] != 0
                     select BuilderAction.Break(CellOf(cell));
        return [.. moves, .. places, .. breaks];

        int CellOf(int cell) => scene.Options.Size.CellAt(scene.State.Locations[scene.Builder].Cell + symmetry.Inverse.Turn(ViewShape.OffsetOf(cell)));
    }
}
