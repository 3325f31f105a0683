using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Lifecycle;
using BlockAssist.Cli.Personal;
using BlockAssist.Cli.Play;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Lifecycle;

/// <summary>The page with which the main job ends.</summary>
public sealed class LoopPageTests
{
    private const string Model = "2e5c63aee999416d20e6cd2e85157b5008f3ad70e9533ed59d0c8b4dee150d8b";

    [Fact]
    public void All_that_happened_is_told()
    {
        var report = new LoopReport(
            [new SessionReport("house-7", "/home/[me]/1.bae", 2000, 1600, 1, true, 310, 300)],
            [new LessonReport(1, new PersonalReport(1, Model, null, null, false, Model)), new LessonReport(2, null)],
            [new LoopRound(1, 4, CreditReason.Verified, 1000, 2, 0.055, 37, 0.081, true), new LoopRound(2, 5, CreditReason.NoEvidence, 0, 0, null, 0, null, false), new LoopRound(3, 6, null, 0, 0, -0.01, 40, -0.002, false)],
            new ChainReport("the ledger of this node", 31337, "0x7d6a", "0xb51E") { Landed = 6, Queued = 1, Sent = 1, Round = 1 },
            "/home/[me]/last.gif",
            "/home/[me]")
        {
            Troubles = ["the disk is nearly full"],
            Seconds = 102,
            ProcessorSeconds = 100,
            Memory = 1300L << 20,
        };

        var page = Rendered.Text(LoopPage.Of(report));

        Assert.All(
            (string[])
            [
                "house-7", "session 1: Learnt from 1 sessions: 2e5c63aee999", "session 2: nothing could be learnt",
                "round 4: own training was verified, 1000 credited, 2 clips offered; merged, it foresees unseen play by 0.055 nats better, and builds +8.1 % of the goal over 37 pairs: it plays from now on",
                "round 5: own training was not credited (NoEvidence); nothing was merged",
                "round 6: trained nothing; merged, it foresees unseen play by -0.010 nats worse, and builds -0.2 % of the goal over 40 pairs: the model stays",
                "6 contributions on the ledger of this node, 2 on their way; chain 31337, round 1", "as 0xb51E", "the disk is nearly full", "film of the last session: /home/[me]/last.gif", "it took 1:42",
            ],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nothing_happened_that_is_told()
    {
        var page = Rendered.Text(LoopPage.Of(new LoopReport([], [], [], null, null, "/home")));

        Assert.Contains("nothing", page, StringComparison.Ordinal);
        Assert.Contains("cannot be asked now", page, StringComparison.Ordinal);
        Assert.Contains("no film", page, StringComparison.Ordinal);
        Assert.DoesNotContain("In the way", page, StringComparison.Ordinal);
    }
}
