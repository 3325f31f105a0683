using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Survival;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Episodes.Survival;

public sealed class AnchoredRestartTests
{
    [Fact]
    public void A_restart_is_as_the_episode_was_and_goes_on_as_it_would() => Gen.Select(Gen.ULong, Gen.Int[0, 150], Gen.Int[0, 150]).Sample(
        (seed, one, other) =>
        {
            using var folder = new TemporaryFolder();
            var file = folder.File("whole.bae");
            File.WriteAllBytes(file, new RandomEpisode(seed, 160).File);
            var restart = new AnchoredRestart(file);

            Assert.All((int[])[one, other, one], steps =>
            {
                var whole = new Replay(EpisodeReader.Open(file));
                var (isThere, site) = (whole.Seek(steps), restart.At(steps));
                Assert.Equal(isThere, site is not null);
                if (site is not null)
                {
                    Assert.Equal(new SiteHash().Of(whole.Site), new SiteHash().Of(site));
                    Assert.Equal(After(whole.Site, seed), After(site, seed));
                }
            });
        },
        iter: 30);

    [Fact]
    public void What_is_tried_from_a_restart_leaves_the_next_one_alone()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("whole.bae");
        File.WriteAllBytes(file, new RandomEpisode(3, 160).File);
        var restart = new AnchoredRestart(file);

        var first = restart.At(40)!;
        var before = new SiteHash().Of(first);
        After(first, 9);

        Assert.Equal(before, new SiteHash().Of(restart.At(40)!));
    }

    private static UInt128 After(BuildSite site, ulong seed)
    {
        var (random, deeds) = (new SeededRandom(seed), new Deed[site.BuilderCount]);
        for (var step = 0; step < 30; step++)
        {
            site.Step([.. Enumerable.Range(0, site.BuilderCount).Select(_ => site.Actions.ActionAt(random.Next(site.Actions.Count)))], deeds);
        }

        return new SiteHash().Of(site);
    }
}
