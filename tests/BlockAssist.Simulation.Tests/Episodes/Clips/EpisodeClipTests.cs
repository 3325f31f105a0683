using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Clips;
using BlockAssist.Simulation.Episodes.Import;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Episodes.Clips;

public sealed class EpisodeClipTests
{
    [Fact]
    public void A_clip_comes_out_as_the_episode_did_there() => Gen.Select(Gen.ULong, Gen.Int[0, 250], Gen.Int[1, 256]).Sample(
        (seed, first, steps) =>
        {
            using var folder = new TemporaryFolder();
            var (episode, clip) = (folder.File("whole.bae"), folder.File("clip.bae"));
            File.WriteAllBytes(episode, new RandomEpisode(seed, 200).File);

            var length = EpisodeClip.Cut(episode, first, steps, clip);

            var whole = new Replay(EpisodeReader.Open(episode));
            Assert.Equal(length > 0, whole.Seek(first + Math.Max(length, 1)));
            Assert.Equal(length > 0, File.Exists(clip));
            if (length > 0)
            {
                Assert.InRange(length, 1, steps);
                if (length < steps)
                {
                    // What was corrected after the last step is in the clip too.
                    whole.Run();
                }

                var replay = new Replay(EpisodeReader.Open(clip));
                replay.Run();
                Assert.Null(replay.FirstMismatch);
                Assert.Equal(new SiteHash().Of(whole.Site), new SiteHash().Of(replay.Site));
            }
        },
        iter: 40);

    [Fact]
    public void A_clip_says_of_which_goal_and_where_it_was_cut()
    {
        using var folder = new TemporaryFolder();
        var (episode, clip) = (folder.File("whole.bae"), folder.File("clip.bae"));
        var random = new RandomEpisode(5, 100);
        File.WriteAllBytes(episode, random.File);

        EpisodeClip.Cut(episode, 10, 20, clip);

        var properties = EpisodeReader.Open(clip).Header.Properties;
        Assert.Equal(EpisodeClip.HashOf(random.Header.Goal), properties[EpisodeClip.GoalProperty]);
        Assert.Equal($"{Simulation.Files.ContentHash.OfFile(episode)} 10", properties[EpisodeClip.SourceProperty]);
    }

    [Fact]
    public void Clips_without_progress_are_dropped_and_the_others_hold_all_that_a_person_built()
    {
        var source = SharedData.Need("mbag/episodes");
        using var folder = new TemporaryFolder();
        var episode = folder.File("tutorial.bae");
        MbagEpisodeImporter.Import(Directory.EnumerateFiles(source, "tutorial-p01*").Single(), episode);

        var clips = ClipCutter.Cut(episode, folder.File("clips"));

        // Nearly all of this session is idle time, put in as no-ops.
        var steps = new Replay(EpisodeReader.Open(episode));
        steps.Run();
        Assert.InRange(clips.Count, 1, (steps.Steps / EpisodeClip.MostSteps) - 1);
        Assert.Equal(clips.Count, Directory.GetFiles(folder.File("clips")).Length);
        Assert.All(clips, clip => Assert.InRange(clip.Progress, 0.0001, 1));
        Assert.InRange(clips.Sum(clip => clip.Built), steps.Site.GoalSimilarity - new Replay(EpisodeReader.Open(episode)).Site.GoalSimilarity, int.MaxValue);
    }

    [Fact]
    public void A_clip_that_was_changed_is_worth_nothing_nor_is_an_episode_that_names_no_goal()
    {
        using var folder = new TemporaryFolder();
        var (episode, clip) = (folder.File("whole.bae"), folder.File("clip.bae"));
        File.WriteAllBytes(episode, new RandomEpisode(7, 100).File);
        EpisodeClip.Cut(episode, 0, 50, clip);
        Assert.NotNull(ClipWorth.Of(clip));
        Assert.Null(ClipWorth.Of(episode));

        var bytes = File.ReadAllBytes(clip);
        bytes[^30] ^= 1;
        File.WriteAllBytes(clip, bytes);

        Assert.Null(ClipWorth.Of(clip));
    }
}
