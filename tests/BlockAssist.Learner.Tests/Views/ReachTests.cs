using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Tests.Views;

public sealed class ReachTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_is_told_how_much_right_there_is_to_do_without_a_step(bool infiniteBlocks)
    {
        var some = 0;
        for (ulong seed = 1; seed <= 30; seed++)
        {
            var scene = Scene.Of(seed, infiniteBlocks);
            var (batch, memory) = (new ViewBatch(1), scene.Memory());
            new ViewEncoder().Encode(scene.Site().Observe(scene.Builder), memory, Symmetry.Identity, batch[0]);
            var (placements, breaks) = Counted(batch[0]);
            some += placements > 0 && breaks > 0 ? 1 : 0;

            var facts = batch[0].Scene.Slice(SceneFacts.FirstOfReach, SceneFacts.OfReach);

            AssertTells(facts[..3], placements);
            AssertTells(facts[6..], breaks);
        }

        Assert.True(some > 3);
    }

    private static (int Placements, int Breaks) Counted(View view)
    {
        var (placements, breaks) = (0, 0);
        for (var cell = 0; cell < ViewShape.Cells; cell++)
        {
            var facts = view.Cells.Slice(cell * ViewShape.CellFacts, ViewShape.CellFacts);
            placements += view.Place[cell] != 0 && view.Goal[cell] != ViewShape.NoBlock ? 1 : 0;
            breaks += view.Break[cell] != 0 && facts[(int)CellFact.Right] == 0 ? 1 : 0;
        }

        return (placements, breaks);
    }

    private static void AssertTells(ReadOnlySpan<float> facts, int count)
    {
        Assert.Equal(count > 0 ? 1 : 0, facts[0]);
        Assert.Equal(count == 1 ? 1 : 0, facts[1]);
        Assert.Equal(Math.Log2(1 + count) / 5, facts[2], 1e-6);
    }
}
