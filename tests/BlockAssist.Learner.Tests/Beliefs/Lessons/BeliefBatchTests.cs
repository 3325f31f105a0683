using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Lessons;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals.Varied;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Beliefs.Lessons;

public sealed class BeliefBatchTests
{
    private static readonly GridSize Size = new(5, 3, 4);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_mirrored_moment_tells_of_each_cell_what_was_told_of_its_opposite(bool alongX, bool alongZ)
    {
        var batch = Numbered();
        var before = Numbered();

        batch.Mirror(1, 1, alongX, alongZ);

        for (var cell = 0; cell < Size.Volume; cell++)
        {
            var at = Size.PosOf(cell);
            var opposite = new BlockPos(alongX ? Size.Width - 1 - at.X : at.X, at.Y, alongZ ? Size.Depth - 1 - at.Z : at.Z);
            Assert.Equal(Facts(before, 1, opposite), Facts(batch, 1, at));
            Assert.Equal(before.Of(before.Goal, 1)[before.Shape.PlaceOf(opposite)], batch.Of(batch.Goal, 1)[batch.Shape.PlaceOf(at)]);
        }

        Assert.Equal(before.Of(before.Cells, 0), batch.Of(batch.Cells, 0));
        Assert.Equal(before.Of(before.Cells, 2), batch.Of(batch.Cells, 2));
    }

    [Fact]
    public void A_repainted_moment_is_what_would_have_been_seen_if_they_had_built_of_other_blocks()
    {
        var paints = RepaintTransform.Paints(new SeededRandom(5));
        Assert.NotEqual(Block.Planks, paints[(int)Block.Planks]);

        var repainted = Seen(block => block);
        repainted.Repaint(0, 1, paints);
        var painted = Seen(block => paints[(int)block]);

        Assert.Equal(painted.Cells, repainted.Cells);
        Assert.Equal(painted.Scene, repainted.Scene);
        Assert.Equal(painted.Blocks, repainted.Blocks);
        Assert.Equal(painted.Goal, repainted.Goal);
    }

    private static BeliefBatch Seen(Func<Block, Block> paint)
    {
        var site = new BuildSite(new SiteOptions { Size = Size, Builders = [new BuilderOptions { IsHuman = true }] }, new BlockGrid(Size));
        var (trace, batch) = (new BuildTrace(), new BeliefBatch(new BeliefShape(Size), 1));
        trace.Begin(BuildTrace.Onlooker);
        trace.Note(site.Observe(0));
        foreach (var (at, block) in new[] { (new BlockPos(3, 2, 1), Block.Planks), (new BlockPos(2, 2, 1), Block.Stone), (new BlockPos(3, 2, 2), Block.Planks) })
        {
            site.Step([BuilderAction.Place(Size.CellAt(at), paint(block))], new Deed[1]);
            trace.Note(site.Observe(0));
        }

        BeliefEncoder.Write(site.Observe(0), trace, batch.Cells, batch.Scene);
        for (var cell = 0; cell < Size.Volume; cell++)
        {
            batch.Blocks[batch.Shape.PlaceOf(Size.PosOf(cell))] = (byte)site.Blocks[cell];
            batch.Goal[cell] = (byte)paint((Block)(cell % Palette.Count));
        }

        return batch;
    }

    private static BeliefBatch Numbered()
    {
        var batch = new BeliefBatch(new BeliefShape(Size), 3);
        for (var i = 0; i < batch.Cells.Length; i++)
        {
            batch.Cells[i] = i;
        }

        for (var i = 0; i < batch.Goal.Length; i++)
        {
            (batch.Goal[i], batch.Blocks[i], batch.Soon[i]) = ((byte)i, (byte)(i + 1), (byte)(i + 2));
        }

        return batch;
    }

    private static Span<float> Facts(BeliefBatch batch, int moment, BlockPos at) =>
        batch.Of(batch.Cells, moment).Slice(batch.Shape.PlaceOf(at) * batch.Shape.CellFacts, batch.Shape.CellFacts);
}
