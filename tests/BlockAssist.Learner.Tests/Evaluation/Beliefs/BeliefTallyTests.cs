using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Lessons;
using BlockAssist.Learner.Evaluation.Beliefs;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Evaluation.Beliefs;

public sealed class BeliefTallyTests
{
    private static readonly BeliefShape Shape = new(new GridSize(2, 2, 1));

    [Fact]
    public void Chances_placements_and_base_rate_are_counted_cell_by_cell()
    {
        // Two columns of two levels: stone is missing on the ground of both, and nothing above.
        var batch = new BeliefBatch(Shape, 1);
        (batch.Goal[0], batch.Goal[2]) = ((byte)Block.Stone, (byte)Block.Stone);
        var scores = new float[Shape.Size.Volume * BeliefShape.Answers];
        Believe(scores, 0, Block.Stone, 0.8);
        Believe(scores, 1, Block.Air, 0.999);
        Believe(scores, 2, Block.StoneBrick, 0.6);
        Believe(scores, 3, Block.Air, 0.999);

        var tally = new BeliefTally();
        tally.Add(batch, 0, scores);

        Assert.Equal((1, 2L), (tally.Moments, tally.Missing));
        Assert.Equal(-Math.Log(0.8) - Math.Log(0.4 / 9) - (2 * Math.Log(0.999)), tally.Nats, 1e-4);
        Assert.Equal([(2L, 1L), (1L, 1L), (0L, 0L)], tally.Sure.Select(sure => (sure.Count, sure.Right)));
        Assert.Equal(2, tally.Placements.Count);
        Assert.Equal(0, new BaseRate(tally.Outcomes).NatsOf(tally.Outcomes), 1e-9);
    }

    [Fact]
    public void A_base_rate_is_as_unsure_as_what_it_was_counted_from()
    {
        var tally = new BeliefTally();
        var batch = new BeliefBatch(Shape, 1);
        batch.Goal[0] = (byte)Block.Stone;
        tally.Add(batch, 0, new float[Shape.Size.Volume * BeliefShape.Answers]);

        // On the ground one of two is stone, above nothing ever is.
        Assert.Equal(2 * Math.Log(2), new BaseRate(tally.Outcomes).NatsOf(tally.Outcomes), 1e-9);
    }

    private static void Believe(float[] scores, int place, Block block, double chance)
    {
        var answers = scores.AsSpan(place * BeliefShape.Answers, BeliefShape.Blocks);
        answers.Fill((float)Math.Log((1 - chance) / (BeliefShape.Blocks - 1)));
        answers[(int)block] = (float)Math.Log(chance);
    }
}
