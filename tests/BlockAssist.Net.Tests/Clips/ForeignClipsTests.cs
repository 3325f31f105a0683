using System.Security.Cryptography;
using BlockAssist.Net.Clips;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Clips;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Tests.Clips;

/// <summary>Clips may be anybody's bytes.</summary>
public sealed class ForeignClipsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ForeignClips _foreign;

    public ForeignClipsTests() => _foreign = new ForeignClips(_folder.File("kept"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sound_clip_is_kept_once_as_it_is_and_the_best_comes_first()
    {
        var clips = Clips(1);
        Assert.InRange(clips.Count, 2, 100);

        Assert.All(clips, clip => Assert.True(_foreign.Keep(1, clip)));
        Assert.All(clips, clip => Assert.True(_foreign.Keep(2, clip)));

        var kept = new ForeignClips(_folder.File("kept")).Files();
        Assert.Equal(clips.Select(ContentHash.OfFile).Order(StringComparer.Ordinal), kept.Select(ContentHash.OfFile).Order(StringComparer.Ordinal));
        Assert.Equal(clips.Select(clip => ClipWorth.Of(clip)!.Progress).OrderDescending(), kept.Select(clip => ClipWorth.Of(clip)!.Progress));
    }

    [Fact]
    public void What_is_no_clip_is_too_long_or_large_or_lies_about_its_goal_is_dropped_and_harms_nothing()
    {
        var session = SomeSession.Record(_folder.File("session.bae"), 1);
        var sound = Clips(1)[0];
        var damaged = File.ReadAllBytes(sound);
        damaged[^30] ^= 1;
        string[] hostile =
        [
            Write("random", RandomNumberGenerator.GetBytes(5000)),
            Write("empty", []),
            Write("damaged", damaged),
            Write("large", [.. File.ReadAllBytes(sound), .. new byte[ClipLimits.MostBytes]]),
            Changed(session, "long", EpisodeClip.HashOf(EpisodeReader.Open(session).Header.Goal), EpisodeClip.MostSteps + 1),
            Changed(session, "liar", new string('0', ContentHash.Digits), EpisodeClip.MostSteps),
            session,
        ];

        Assert.All(hostile, clip => Assert.False(_foreign.Keep(1, clip)));
        Assert.Empty(_foreign.Files());
        Assert.True(_foreign.Keep(1, Changed(session, "honest", EpisodeClip.HashOf(EpisodeReader.Open(session).Header.Goal), EpisodeClip.MostSteps)));
        Assert.Single(_foreign.Files());
    }

    [Fact]
    public void Where_there_is_no_room_old_ones_go_first_and_then_the_worse_ones()
    {
        // Names alone tell: nothing is played again that was found sound once.
        Directory.CreateDirectory(_folder.File("kept"));
        for (var number = 0; number < ForeignClips.Most; number++)
        {
            File.WriteAllText(_folder.File($"kept/{(number < 4 ? 1 : 9):D8}-{999_000 - number:D7}-{number}.bae"), "");
        }

        var clip = Clips(1)[0];
        _foreign.Keep(9, clip);
        Assert.DoesNotContain(_foreign.Files(), file => ContentHash.OfFile(file) == ContentHash.OfFile(clip));
        _foreign.Keep(10, clip);

        var kept = _foreign.Files().Select(file => Path.GetFileName(file)).ToList();
        Assert.Equal(ForeignClips.Most, kept.Count);
        Assert.Contains(kept, name => name!.Contains(ContentHash.OfFile(clip), StringComparison.Ordinal));
        Assert.DoesNotContain("00000001-0998997-3.bae", kept);
    }

    [Fact]
    public void Whatever_is_in_a_file_nothing_is_thrown_over_it() => FuzzRun.Over(
        [.. Clips(1).Take(3).Select(File.ReadAllBytes)],
        60,
        bytes => ClipJudge.WorthOf(Write("fuzzed", bytes)));

    private IReadOnlyList<string> Clips(ulong number) =>
        [.. ClipCutter.Cut(SomeSession.Record(_folder.File($"session-{number}-{Guid.NewGuid():N}.bae"), number), _folder.File("cut"), 128).Select(clip => clip.Clip).Where(clip => ClipJudge.WorthOf(clip) is not null)];

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder.File(name), bytes);
        return _folder.File(name);
    }

    // The first steps of a session, of whatever goal it is said to be.
    private string Changed(string session, string name, string goal, int steps)
    {
        var reader = EpisodeReader.Open(session);
        var replay = new Replay(EpisodeReader.Open(session));
        var header = reader.Header with { Properties = new Dictionary<string, string> { [EpisodeClip.GoalProperty] = goal } };
        using var writer = EpisodeWriter.Create(_folder.File(name), header, replay.Site);
        while (writer.Steps < steps && replay.Step())
        {
            writer.Step(replay.Time, replay.Actions, replay.Origins);
        }

        writer.Complete(EndReason.Stopped);
        Assert.Equal(steps, writer.Steps);
        return _folder.File(name);
    }
}
