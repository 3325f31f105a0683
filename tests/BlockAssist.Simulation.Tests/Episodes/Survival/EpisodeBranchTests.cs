using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Survival;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Episodes.Survival;

public sealed class EpisodeBranchTests : IDisposable
{
    private const int Steps = 160;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_branch_is_as_builders_saw_the_episode_then_and_replays_as_an_episode_of_its_own() => Gen.Select(Gen.ULong, Gen.Int[0, Steps - 1]).Sample(
        (seed, moment) =>
        {
            using var folder = new TemporaryFolder();
            var (file, branched) = (Whole(folder, seed), folder.File("branch.bae"));
            var whole = new Sight(moment);
            new Replay(EpisodeReader.Open(file)).Run(whole);
            UInt128 end;
            using (var branch = EpisodeBranch.Begin(file, moment, branched))
            {
                if (branch is null)
                {
                    // A small house stands before that.
                    Assert.True(EpisodeVerification.Verify(file).Steps <= moment);
                    return;
                }

                Assert.Equal(whole.Seen, new SiteHash().Of(branch.Site));
                PlayOn(branch, seed);
                branch.End();
                end = new SiteHash().Of(branch.Site);
            }

            Assert.Equal(1, EpisodeVerification.Verify(branched).Exact);
            var replay = new Replay(EpisodeReader.Open(branched));
            replay.Run();
            Assert.Equal((moment + 30, end), (replay.Steps, new SiteHash().Of(replay.Site)));
            Assert.Equal(moment, EpisodeBranch.StepOf(EpisodeReader.Open(branched).Header));
        },
        iter: 30);

    [Fact]
    public void An_episode_that_is_over_has_nothing_to_branch_off()
    {
        Assert.Null(EpisodeBranch.Begin(Whole(_folder, 3), 100 * Steps, _folder.File("branch.bae")));

        Assert.Equal(["whole.bae"], Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Who_looks_on_sees_every_step_that_is_taken_over()
    {
        var seen = new Onlooker();

        using var branch = EpisodeBranch.Begin(Whole(_folder, 5), 40, _folder.File("branch.bae"), seen);

        Assert.Equal(Enumerable.Range(0, 40), seen.Before);
        Assert.Equal(seen.Before, seen.After);
    }

    [Fact]
    public void An_episode_of_its_own_branched_off_nothing() => Assert.Equal(0, EpisodeBranch.StepOf(EpisodeReader.Open(Whole(_folder, 1)).Header));

    public void Dispose() => _folder.Dispose();

    private static string Whole(TemporaryFolder folder, ulong seed)
    {
        var file = folder.File("whole.bae");
        File.WriteAllBytes(file, new RandomEpisode(seed, Steps).File);
        return file;
    }

    private static void PlayOn(EpisodeBranch branch, ulong seed)
    {
        var random = new SeededRandom(seed);
        for (var step = 0; step < 30; step++)
        {
            branch.Step([.. Enumerable.Range(0, branch.Site.BuilderCount).Select(_ => branch.Site.Actions.ActionAt(random.Next(branch.Site.Actions.Count)))]);
        }
    }

    /// <summary>How the site was when builders chose what to do in a step.</summary>
    private sealed class Sight(int step) : IReplayVisitor
    {
        public UInt128? Seen { get; private set; }

        public void Before(BuildSite site, in ReplayStep moment) => Seen = moment.Number == step ? new SiteHash().Of(site) : Seen;

        public void After(BuildSite site, in ReplayStep moment, ReadOnlySpan<Deed> deeds)
        {
        }
    }

    private sealed class Onlooker : IReplayVisitor
    {
        private readonly List<int> _before = [];
        private readonly List<int> _after = [];

        public IReadOnlyList<int> Before => _before;

        public IReadOnlyList<int> After => _after;

        void IReplayVisitor.Before(BuildSite site, in ReplayStep moment) => _before.Add(moment.Number);

        void IReplayVisitor.After(BuildSite site, in ReplayStep moment, ReadOnlySpan<Deed> deeds) => _after.Add(moment.Number);
    }
}
