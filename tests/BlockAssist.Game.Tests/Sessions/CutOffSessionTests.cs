using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Sessions;

public sealed class CutOffSessionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Cut_off_anywhere_it_goes_on_from_there(ulong seed)
    {
        var whole = Play(seed);
        var random = new SeededRandom(seed);
        for (var cut = 0; cut < 20; cut++)
        {
            var (old, next) = (_folder.File($"old-{cut}.bae"), _folder.File($"next-{cut}.bae"));
            File.WriteAllBytes(old, whole[..random.Next(600, whole.Length)]);
            var replay = new Replay(EpisodeReader.Open(old));
            replay.Run();

            var cutOff = CutOffSession.Open(old);
            using var session = BuildSession.Resume(SomeSession.Land(), SomeSession.Frame, cutOff, next, RandomPlayTests.Assistant(seed));

            Assert.Equal(replay.Steps, cutOff.Steps);
            Assert.Equal(replay.Site.Blocks.ToArray(), session.Site.Blocks.ToArray());
            Assert.Equal(replay.Site.LastInteracted.ToArray(), session.Site.LastInteracted.ToArray());
            Assert.True(session.Body.Fits(session.Body.Feet));
            var player = new RandomPlayer(session, (ulong)cut);
            while (session.Time < 10_000)
            {
                player.Frame();
            }

            session.Finish();
            session.Dispose();
            session.DemandMirror();
            RandomPlayTests.DemandSameEpisode(session, next);
            Assert.Equal($"old-{cut}.bae", EpisodeReader.Open(next).Header.Properties[CutOffSession.Continues]);
        }
    }

    [Fact]
    public void Whoever_helps_from_then_on_is_named_and_sees_the_goal_or_not()
    {
        var (old, next) = (_folder.File("old.bae"), _folder.File("next.bae"));
        using (var session = SomeSession.Start(old, new AssistantOptions { Policy = new ScriptedPolicy(), Role = BuilderRole.Scripted, Name = "human", GoalVisible = true }))
        {
            session.Advance(2000);
        }

        var other = new AssistantOptions { Policy = new ScriptedPolicy(), Name = "belief" };
        using (var session = BuildSession.Resume(SomeSession.Land(), SomeSession.Frame, CutOffSession.Open(old), next, other))
        {
            session.Advance(2000);
            session.Finish();
        }

        var header = EpisodeReader.Open(next).Header;
        Assert.Equal(new EpisodeBuilder(BuilderRole.Assistant, "belief"), header.Builders[1]);
        Assert.Equal([true, false], header.Options.Builders.Select(builder => builder.GoalVisible));
        Assert.Equal(1, EpisodeVerification.Verify(EpisodeReader.Open(next)).Exact);
    }

    [Fact]
    public void The_player_stands_and_looks_where_it_did()
    {
        var path = _folder.File("old.bae");
        using (var session = SomeSession.Start(path))
        {
            (session.Yaw, session.Pitch, session.Slot, session.Held) = (30, 20, 4, Block.Log);
            session.Gait = new() { Forward = 1, Strafe = -1 };
            session.Advance(1000);
            session.Gait = default;
            session.Advance(3000);
        }

        var cutOff = CutOffSession.Open(path);
        using var resumed = BuildSession.Resume(SomeSession.Land(), SomeSession.Frame, cutOff, _folder.File("next.bae"), null);

        Assert.Equal(3000, cutOff.Milliseconds);
        Assert.Equal(cutOff.Pose!.Value.Feet, SomeSession.Frame.ToSite(resumed.Body.Feet));
        Assert.Equal((30.0, 20.0, (byte)4, Block.Log), (Math.Round(resumed.Yaw), Math.Round(resumed.Pitch), resumed.Slot, resumed.Held));
    }

    [Fact]
    public void What_the_player_stopped_can_be_gone_on_with()
    {
        var path = _folder.File("old.bae");
        using (var session = SomeSession.Start(path))
        {
            Assert.Null(session.PlaceAt(new BlockPos(4, 2, 4), Block.Log));
            session.Advance(4100);
            session.Finish();
        }

        var cutOff = CutOffSession.Open(path);
        using var resumed = BuildSession.Resume(SomeSession.Land(), SomeSession.Frame, cutOff, _folder.File("next.bae"), null);

        Assert.Equal(4100, cutOff.Milliseconds);
        Assert.Equal(Block.Log, resumed.BlockAt(new BlockPos(4, 2, 4)));
    }

    [Fact]
    public void What_stands_is_refused()
    {
        var path = _folder.File("old.bae");
        var goal = SiteGround.Reset(SomeSession.SiteSize);
        goal[4, 2, 4] = Block.Log;
        using (var session = BuildSession.Start(SomeSession.Land(), SomeSession.Frame, new SessionOptions { Path = path, Goal = goal }))
        {
            Assert.Null(session.PlaceAt(new BlockPos(4, 2, 4), Block.Log));
            Assert.True(session.IsComplete);
            session.Finish();
        }

        Assert.Contains("stands", Assert.Throws<EpisodeFormatException>(() => CutOffSession.Open(path)).Message, StringComparison.Ordinal);
    }

    private byte[] Play(ulong seed)
    {
        var path = _folder.File("whole.bae");
        using (var session = SomeSession.Start(path, RandomPlayTests.Assistant(seed)))
        {
            var player = new RandomPlayer(session, seed);
            while (session.Time < 90_000)
            {
                player.Frame();
            }
        }

        return File.ReadAllBytes(path);
    }
}
