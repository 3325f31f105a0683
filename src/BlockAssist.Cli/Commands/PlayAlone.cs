using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Cli.Commands;

/// <summary><c>blockassist play --headless --only-play</c>: scripted players build, and what they do is recorded; nothing else.</summary>
internal static class PlayAlone
{
    // A session ends when the house stands; this only ends one that never would.
    private const int MostSteps = 10_000;

    /// <summary>Builds as many houses as were asked for.</summary>
    public static SessionsReport Play(PlayOrder order, CommandContext context, CancellationToken cancellation)
    {
        using var shown = DashboardInput.Start(order.DashboardPort, context, cancellation);
        var whoHelps = order.Assistant ?? (order.Model is null ? PlayHelper.Nobody : PlayHelper.Belief);
        using var helper = PlayHelper.Open(context, whoHelps, order.Model, order.Site, inRealTime: false);
        var seats = Seats.Of(Seat.Scripted(order.Player), helper.Seat, order.Seed);
        var options = new SiteOptions { Size = order.Site, Horizon = MostSteps, Builders = seats.Options };
        var session = new HeadlessSession(seats, options, context.Surroundings.Clock);
        var files = new EpisodeFiles(order.Folder ?? context.Home.Episodes, context.Surroundings.Clock);
        var shelf = GoalShelf.Open(options, order.Goals, seats.Seed);
        return context.WithProgress("building", order.Sessions, meter =>
        {
            var reports = new List<SessionReport>();
            for (var number = 0; number < order.Sessions; number++)
            {
                var goal = shelf.Take(number);
                reports.Add(session.Play(goal, number, () => files.Next(goal.Name), cancellation));
                meter.Advance();
            }

            return new SessionsReport(reports);
        });
    }
}
