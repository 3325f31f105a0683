using BlockAssist.Net.Blobs;
using BlockAssist.Net.Clips;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Net.Tests.Rounds;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Clips;
using BlockAssist.Simulation.Episodes.Import;
using BlockAssist.Simulation.Episodes.Screening;

namespace BlockAssist.Net.Tests.Clips;

public sealed class ClipJudgeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_clip_is_worth_what_comes_of_it_when_it_is_played_again()
    {
        var session = SomeSession.Record(_folder.File("session.bae"), 1);
        var clip = Value(session, first: 0, EpisodeClip.MostSteps)!;

        Assert.Equal(PlayedRound.Peer(1), clip.Peer);
        Assert.Equal(EpisodeClip.HashOf(EpisodeReader.Open(session).Header.Goal), clip.Goal.ToString());
        Assert.InRange(clip.Built, 1, clip.Acts);
        Assert.InRange(clip.Acts, 1, EpisodeClip.MostSteps);
    }

    [Fact]
    public void Clips_that_begin_in_the_same_state_of_the_same_goal_are_of_one_scene_and_no_others()
    {
        var (one, other) = (SomeSession.Record(_folder.File("one.bae"), 1), SomeSession.Record(_folder.File("other.bae"), 2));
        var (whole, cut, later, elsewhere) = (Value(one, 0, 256), Value(one, 0, 200), Value(one, 50, 200), Value(other, 0, 256));

        Assert.NotEqual(whole!.File, cut!.File);
        Assert.Equal(whole.Scene, cut.Scene);
        Assert.Equal(3, new HashSet<Digest> { whole.Scene, later!.Scene, elsewhere!.Scene }.Count);
    }

    [Fact]
    public void A_clip_of_a_persons_play_is_found_again_in_one_that_was_made_of_it()
    {
        var source = SharedData.Need("mbag/episodes");
        var session = _folder.File("person.bae");
        MbagEpisodeImporter.Import(Directory.EnumerateFiles(source, "alone-p03*").Order(StringComparer.Ordinal).First(), session);
        var first = Enumerable.Range(0, 100).Select(clip => clip * EpisodeClip.MostSteps).First(step => Value(session, step, EpisodeClip.MostSteps)?.Print is not null);

        var (whole, cut) = (Value(session, first, EpisodeClip.MostSteps), Value(session, first, EpisodeClip.MostSteps - 16));

        Assert.True(whole!.Print!.Likeness(cut!.Print!) >= PlayPrint.Copy);
    }

    private SharedClip? Value(string session, int first, int steps)
    {
        var file = _folder.File($"{Path.GetFileName(session)}-{first}-{steps}");
        File.Delete(file);
        return EpisodeClip.Cut(session, first, steps, file) == 0 ? null : ClipJudge.Value(PlayedRound.Peer(1), BlobId.Of(File.ReadAllBytes(file)), file);
    }
}
