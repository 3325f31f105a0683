using BlockAssist.Game.Bodies;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Sessions;

public sealed class SessionCostTests
{
    [Fact]
    public void A_tick_allocates_nothing_not_even_when_the_recording_is_flushed()
    {
        using var folder = new TemporaryFolder();
        using var session = SomeSession.Start(folder.File("session.bae"), new AssistantOptions { Policy = new LayerBuilder(), GoalVisible = true });
        session.Stand(new BlockPos(5, 2, 5));
        session.Gait = new Gait { Forward = 1, Jump = true };
        Run(session, 30_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var (steps, corrections) = (session.Site.Timestep, session.Corrections);
        Run(session, 55_000);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.True(session.Site.Timestep > steps + 20);
        Assert.Equal(corrections, session.Corrections);
    }

    // In circles around the middle of the site, the assistant at work.
    private static void Run(BuildSession session, double until)
    {
        while (session.Time < until)
        {
            session.Yaw += 2;
            session.Advance(session.Time + 7);
        }
    }
}
