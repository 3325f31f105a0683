using BlockAssist.Cli.Lifecycle;
using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Supervision;

namespace BlockAssist.Cli.Commands;

/// <summary><c>blockassist play --headless</c>: all that a node does, by a scripted player in a home of its own.</summary>
internal static class PlayLooped
{
    /// <summary>Plays, learns, shares and posts as often as was asked for.</summary>
    public static LoopReport Play(PlayOrder order, CommandContext context, CancellationToken cancellation)
    {
        var scripted = context.In(context.Home.Scripted);
        using var page = DashboardInput.Start(order.DashboardPort, scripted, cancellation);
        var loop = new HeadlessLoop(scripted, new Supervisor(context.Log, context.Surroundings.Clock) { GivesWay = false })
        {
            Steps = order.LearnSteps,
            Training = order.Training,
        };
        return loop.RunAsync(new LoopOrder(order.Sessions, order.Seed, order.Goals), order.IsSeedSaid, cancellation).GetAwaiter().GetResult();
    }
}
