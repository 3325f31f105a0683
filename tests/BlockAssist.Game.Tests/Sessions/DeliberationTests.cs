using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Sessions;

/// <summary>An assistant that thinks on another thread. Where it held up the session, these tests would never end.</summary>
public sealed class DeliberationTests : IDisposable
{
    private static readonly BlockPos Near = new(2, 2, 1);
    private static readonly BuilderAction PlaceNear = BuilderAction.Place(SomeSession.SiteSize.CellAt(Near), Block.Stone);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void However_long_it_thinks_the_session_goes_on_and_it_acts_when_it_is_ready()
    {
        var policy = new SlowPolicy(new ScriptedPolicy(PlaceNear));
        using (var session = Start(policy))
        {
            session.Advance(300);
            policy.AwaitThought();
            session.Advance(5000);
            Assert.Null(session.PlaceAt(new BlockPos(5, 2, 5), Block.Log));
            Assert.Equal((Block.Air, null), (session.BlockAt(Near), session.Assistant!.Intent));

            policy.LetGo(1000);
            Until(session, () => session.BlockAt(Near) == Block.Stone);
            session.Finish();
        }

        Assert.Equal(1, EpisodeVerification.Verify(EpisodeReader.Open(_folder.File("session.bae"))).Exact);
    }

    [Fact]
    public void It_sees_the_site_as_it_was_when_it_began_to_think()
    {
        var policy = new SlowPolicy(new ScriptedPolicy(PlaceNear));
        using var session = Start(policy);
        session.Advance(300);
        policy.AwaitThought();
        session.Advance(5000);
        policy.LetGo();
        Until(session, () => session.BlockAt(Near) == Block.Stone);

        Assert.Equal(0, policy.Timestep);
        Assert.True(session.Site.Timestep > 5);
        policy.LetGo(1000);
    }

    [Fact]
    public void What_it_thought_before_a_pause_is_forgotten()
    {
        var policy = new SlowPolicy(new ScriptedPolicy(PlaceNear, BuilderAction.Move(ActionType.MovePosZ)));
        using var session = Start(policy);
        session.Advance(300);
        policy.AwaitThought();
        session.Assistant!.IsPaused = true;
        session.Assistant.IsPaused = false;
        policy.LetGo(1000);
        Until(session, () => session.Site.LocationOf(1).Cell == new BlockPos(1, 2, 1));

        Assert.Equal(Block.Air, session.BlockAt(Near));
    }

    [Fact]
    public void Thinking_aside_comes_to_the_same_as_thinking_at_once()
    {
        var (atOnce, aside) = (Play(isAside: false, "one.bae"), Play(isAside: true, "other.bae"));

        Assert.True(atOnce.Assistant.Placements > 5);
        Assert.Equal(atOnce, aside);
    }

    [Fact]
    public void The_policy_is_closed_with_the_session()
    {
        var policy = new SlowPolicy(new IdlePolicy());
        using (var session = Start(policy))
        {
            session.Advance(300);
            policy.LetGo(1000);
        }

        Assert.True(policy.IsClosed);
    }

    [Fact]
    public void What_goes_wrong_with_it_is_told_on_the_thread_of_the_session()
    {
        using var session = Start(new FailingPolicy());

        Assert.Throws<NotSupportedException>(() => Until(session, () => session.Time > 1e6));
    }

    private static void Until(BuildSession session, Func<bool> isSo)
    {
        for (var tries = 0; tries < 10_000 && !isSo(); tries++)
        {
            session.Advance(session.Time + 100);
            Thread.Yield();
        }

        Assert.True(isSo(), "It never came about.");
    }

    private BuildSession Start(IPolicy policy) => SomeSession.Start(_folder.File("session.bae"), new AssistantOptions { Policy = policy, ThinksAside = true });

    // Waits for each thought, as if the machine were quick enough.
    private SessionResult Play(bool isAside, string file)
    {
        using var session = SomeSession.Start(_folder.File(file), new AssistantOptions { Policy = new LayerBuilder(), GoalVisible = true, ThinksAside = isAside });
        for (var time = 0; time < 20_000; time += 10)
        {
            do
            {
                session.Advance(time);
            }
            while (session.Assistant!.IsThinking);
        }

        return session.Result();
    }

    private sealed class FailingPolicy : IPolicy
    {
        public void Reset()
        {
        }

        public BuilderAction Act(in Observation observation) => throw new NotSupportedException();
    }
}
