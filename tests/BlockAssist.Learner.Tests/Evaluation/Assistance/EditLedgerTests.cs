using BlockAssist.Learner.Evaluation.Assistance;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Evaluation.Assistance;

/// <summary>The goal is bare ground with one row of stone on it.</summary>
public sealed class EditLedgerTests
{
    private const int Human = 0;
    private const int Helper = 1;
    private const int Stones = 4;

    private static readonly GridSize Size = new(6, 6, 6);

    private readonly BuildSite _site = Site();
    private readonly EditLedger _ledger;

    public EditLedgerTests() => _ledger = new EditLedger(_site, Helper);

    [Fact]
    public void What_anybody_breaks_again_was_undone()
    {
        Do(Helper, BuilderAction.Place(Row(0), Block.Stone));
        Do(Helper, BuilderAction.Place(Row(1), Block.Stone));
        Do(Helper, BuilderAction.Place(Row(2), Block.Stone));
        Do(Human, BuilderAction.Break(Row(0)));
        Do(Helper, BuilderAction.Break(Row(1)));

        // The helper's own break was wrong, and stands.
        Assert.Equal(new HelperDeeds(Edits: 4, Wrong: 1, Undone: 2, RightUndone: 2, CellsGained: 1, GoalShare: 2.0 / Stones), _ledger.Deeds());
        Assert.Equal(1, _ledger.CellsGained());
    }

    [Fact]
    public void What_was_right_and_undone_is_counted_apart_from_what_was_wrong()
    {
        Do(Helper, BuilderAction.Place(Row(0), Block.Stone));
        Do(Helper, BuilderAction.Place(Row(1), Block.Planks));
        Do(Helper, BuilderAction.Place(Beside, Block.Stone));
        foreach (var cell in (int[])[Row(0), Row(1), Beside])
        {
            Do(Human, BuilderAction.Break(cell));
        }

        var deeds = _ledger.Deeds();
        Assert.Equal((3, 1), (deeds.Undone, deeds.RightUndone));
        Assert.Equal((2, 1), (deeds.Wrong, deeds.Right));
    }

    [Fact]
    public void A_break_is_undone_by_the_same_block_and_not_by_another()
    {
        Do(Human, BuilderAction.Place(Row(0), Block.Planks));
        Do(Human, BuilderAction.Place(Row(1), Block.Planks));
        Do(Helper, BuilderAction.Break(Row(0)));
        Do(Helper, BuilderAction.Break(Row(1)));
        Do(Human, BuilderAction.Place(Row(0), Block.Stone));
        Assert.Equal(0, _ledger.Deeds().Undone);

        Do(Human, BuilderAction.Place(Row(1), Block.Planks));

        Assert.Equal((2, 1, 0), (_ledger.Deeds().Edits, _ledger.Deeds().Undone, _ledger.Deeds().Wrong));
    }

    [Fact]
    public void Each_edit_is_undone_once_however_often_the_cell_changes()
    {
        for (var i = 0; i < 3; i++)
        {
            Do(Helper, BuilderAction.Place(Row(0), Block.Stone));
            Do(Human, BuilderAction.Break(Row(0)));
            Do(Human, BuilderAction.Place(Row(0), Block.Stone));
            Do(Human, BuilderAction.Break(Row(0)));
        }

        Assert.Equal((3, 3), (_ledger.Deeds().Edits, _ledger.Deeds().Undone));
    }

    [Fact]
    public void What_is_undone_in_the_very_step_is_undone()
    {
        Do(Human, BuilderAction.Place(Row(0), Block.Planks));
        Do(Helper, BuilderAction.Break(Row(0)));

        Do(BuilderAction.Place(Row(0), Block.Planks), BuilderAction.Break(Row(0)));

        Assert.Equal((2, 1), (_ledger.Deeds().Edits, _ledger.Deeds().Undone));
    }

    [Fact]
    public void A_cell_counts_for_whoever_changed_it_last_and_only_if_it_was_wrong_at_first()
    {
        Do(Helper, BuilderAction.Place(Row(0), Block.Stone));
        Do(Human, BuilderAction.Break(Row(0)));
        Do(Human, BuilderAction.Place(Row(0), Block.Stone));
        Do(Helper, BuilderAction.Place(Row(1), Block.Stone));
        Do(Human, BuilderAction.Place(Beside, Block.Planks));
        Do(Helper, BuilderAction.Break(Beside));

        Assert.Equal((2, 1), (_ledger.CellsGained(), _ledger.Deeds().CellsGained));
    }

    [Fact]
    public void The_shares_of_all_builders_add_up_to_the_goal_share()
    {
        var human = new EditLedger(_site, Human);
        foreach (var (builder, action) in new[]
        {
            (Human, BuilderAction.Place(Row(0), Block.Stone)), (Helper, BuilderAction.Place(Row(1), Block.Stone)),
            (Human, BuilderAction.Place(Row(2), Block.Stone)), (Helper, BuilderAction.Place(Beside, Block.Planks)),
        })
        {
            Do(builder, action, human);
        }

        Assert.Equal((2.0 / Stones, 0), (human.Deeds().GoalShare, _ledger.Deeds().GoalShare));
        Assert.Equal(_site.GoalPercentageOf(0), _ledger.Deeds().GoalShare + human.Deeds().GoalShare, 1e-12);
    }

    private static int Beside => Size.CellAt(3, 2, 4);

    private static int Row(int stone) => Size.CellAt(1 + stone, 2, 3);

    private static BuildSite Site()
    {
        var goal = new BlockGrid(Size);
        SiteGround.Lay(goal);
        for (var stone = 0; stone < Stones; stone++)
        {
            goal[Row(stone)] = Block.Stone;
        }

        // As people's clients do, so that reach and sight do not matter here.
        return new BuildSite(new SiteOptions { Size = Size, Builders = [new BuilderOptions { IsHuman = true }, new BuilderOptions { IsHuman = true }] }, goal);
    }

    private void Do(int builder, BuilderAction action, params EditLedger[] others)
    {
        var actions = new BuilderAction[2];
        actions[builder] = action;
        Do(actions[Human], actions[Helper], others);
    }

    private void Do(BuilderAction human, BuilderAction helper, params EditLedger[] others)
    {
        var deeds = new Deed[2];
        _site.Step([human, helper], deeds);
        Assert.Equal((human, helper), (deeds[Human].Action, deeds[Helper].Action));
        foreach (var ledger in (EditLedger[])[_ledger, .. others])
        {
            ledger.Note(deeds);
        }
    }
}
