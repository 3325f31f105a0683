using BlockAssist.Simulation.Goals.Proposing;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Goals.Proposing;

public sealed class ProposalLedgerTests
{
    private static readonly ProposalKind[] Kinds = [ProposalKind.Solids, ProposalKind.House, ProposalKind.Varied];

    [Fact]
    public void What_is_always_built_or_never_is_drawn_now_and_then_what_is_in_doubt_mostly()
    {
        var ledger = new ProposalLedger(ProposerOptions.HardestLevel);
        for (var goal = 0; goal < 60; goal++)
        {
            ledger.Enter(ProposalKind.Solids, ProposerOptions.HardestLevel, success: true);
            ledger.Enter(ProposalKind.House, ledger.LevelOf(ProposalKind.House), success: false);
            ledger.Enter(ProposalKind.Varied, ledger.LevelOf(ProposalKind.Varied), success: goal % 2 == 0);
        }

        var random = new SeededRandom(1);
        var drawn = Enumerable.Range(0, 1000).Select(_ => ledger.Draw(Kinds, random)).CountBy(kind => kind).ToDictionary();

        Assert.Equal(ProposerOptions.HardestLevel, ledger.LevelOf(ProposalKind.Solids));
        Assert.Equal(1, ledger.LevelOf(ProposalKind.House));
        Assert.InRange(drawn[ProposalKind.Solids], 20, 350);
        Assert.InRange(drawn[ProposalKind.House], 20, 350);
        Assert.InRange(drawn[ProposalKind.Varied], 400, 960);
    }

    [Fact]
    public void A_level_moves_only_after_several_goals_of_that_level()
    {
        var ledger = new ProposalLedger(3);

        ledger.Enter(ProposalKind.House, 3, success: true);
        ledger.Enter(ProposalKind.House, 3, success: true);
        ledger.Enter(ProposalKind.House, 5, success: true);
        Assert.Equal(3, ledger.LevelOf(ProposalKind.House));

        for (var goal = 0; goal < 3; goal++)
        {
            ledger.Enter(ProposalKind.House, 3, success: true);
        }

        Assert.Equal(4, ledger.LevelOf(ProposalKind.House));
        Assert.Equal(3, ledger.LevelOf(ProposalKind.Solids));
    }

    [Fact]
    public void What_was_long_ago_counts_less_than_what_was_lately()
    {
        var ledger = new ProposalLedger(5);
        for (var goal = 0; goal < 40; goal++)
        {
            ledger.Enter(ProposalKind.House, 2, success: goal < 30);
        }

        Assert.InRange(ledger.SuccessOf(ProposalKind.House, 2), 0.25, 0.45);
        Assert.Equal(0.5, ledger.SuccessOf(ProposalKind.House, 9));
    }
}
