using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Episodes;

public sealed class EpisodeRoundTripTests
{
    [Fact]
    public void What_was_written_is_what_is_read() => Gen.ULong.Sample(
        seed =>
        {
            var episode = new RandomEpisode(seed, 150);

            var reader = new EpisodeReader(episode.File, "test", new EpisodeReaderOptions { Poses = true });
            var entries = ReadAll(reader);

            Assert.Empty(reader.Damages);
            // Poses have records of their own: only the order among themselves and among the others is kept.
            Assert.Equal(episode.Entries.Where(IsPose), entries.Where(IsPose));
            Assert.Equal(episode.Entries.Where(entry => !IsPose(entry)), entries.Where(entry => !IsPose(entry)));
            Assert.Equal(EndReason.Stopped, reader.End?.Reason);
            Assert.Equal(entries.Count(entry => entry.StartsWith("step", StringComparison.Ordinal)), reader.End?.Steps);
        },
        iter: 30);

    [Fact]
    public void The_header_comes_back_as_it_was() => Gen.ULong.Sample(
        seed =>
        {
            var written = new RandomEpisode(seed, 0).Header;

            var read = new EpisodeReader(new RandomEpisode(seed, 0).File, "test").Header;

            Assert.Equal(written.Options with { Builders = [] }, read.Options with { Builders = [] });
            Assert.Equal(written.Options.Builders, read.Options.Builders);
            Assert.True(written.Goal.ContentEquals(read.Goal));
            Assert.Equal(written.Builders, read.Builders);
            Assert.Equal(written.Properties, read.Properties);
            Assert.Equal(
                (written.GoalName, written.Seed, written.StepMilliseconds, written.RulesVersion, written.Start is null),
                (read.GoalName, read.Seed, read.StepMilliseconds, read.RulesVersion, read.Start is null));
        },
        iter: 30);

    [Fact]
    public void A_replay_comes_out_as_recorded() => Gen.ULong.Sample(
        seed =>
        {
            var episode = new RandomEpisode(seed, 300);

            var verification = EpisodeVerification.Verify(new EpisodeReader(episode.File, "test"));

            Assert.Equal((1, 1, 0), (verification.Episodes, verification.Exact, verification.Mismatches));
            Assert.Empty(verification.Reasons);
        },
        iter: 30);

    [Fact]
    public void A_replay_of_a_replay_is_the_same_file() => Gen.ULong.Sample(
        seed =>
        {
            var options = new EpisodeWriterOptions { HashSteps = 7, KeyframeSteps = 50 };
            var episode = new RandomEpisode(seed, 200, options);

            var once = RecordAgain(episode.File, options);
            var twice = RecordAgain(once, options);

            Assert.Equal(once, twice);
            Assert.Equal(new EpisodeReader(episode.File, "test").Header.Seed, new EpisodeReader(twice, "test").Header.Seed);
        },
        iter: 20);

    [Fact]
    public void Seeking_gives_the_state_that_playing_gives() => Gen.Select(Gen.ULong, Gen.Int[0, 400]).Sample(
        (seed, steps) =>
        {
            var episode = new RandomEpisode(seed, 200);
            var played = new Replay(new EpisodeReader(episode.File, "test"));
            var sought = new Replay(new EpisodeReader(episode.File, "test"));
            sought.Seek(150);

            while (played.Steps < steps && played.Step())
            {
            }

            sought.Seek(steps);

            Assert.Equal(played.Steps, sought.Steps);
            Assert.Equal(new SiteHash().Of(played.Site), new SiteHash().Of(sought.Site));
            Assert.Equal(0, sought.Mismatches);
        },
        iter: 20);

    private static bool IsPose(string entry) => entry.StartsWith("pose", StringComparison.Ordinal);

    private static List<string> ReadAll(EpisodeReader reader)
    {
        var entries = new List<string>();
        for (var entry = reader.Read(); entry != EpisodeEntry.None; entry = reader.Read())
        {
            if (entry is EpisodeEntry.Step or EpisodeEntry.Correction or EpisodeEntry.Pose)
            {
                entries.Add(RandomEpisode.Describe(reader, entry));
            }
        }

        return entries;
    }

    private static byte[] RecordAgain(byte[] file, EpisodeWriterOptions options)
    {
        var reader = new EpisodeReader(file, "test");
        var site = reader.Header.CreateSite();
        var deeds = new Deed[site.BuilderCount];
        var target = new MemoryStream();
        using var writer = new EpisodeWriter(target, reader.Header, site, options);
        for (var entry = reader.Read(); entry != EpisodeEntry.None; entry = reader.Read())
        {
            switch (entry)
            {
                case EpisodeEntry.Step:
                    site.Step(reader.Actions, deeds);
                    writer.Step(reader.Time, reader.Actions, reader.Origins);
                    break;
                case EpisodeEntry.Correction:
                    writer.Correct(reader.Correction!);
                    break;
            }
        }

        writer.Complete(reader.End!.Reason);
        return target.ToArray();
    }
}
