using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Supervision;
using BlockAssist.Game.Platform;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Cli.Commands;

/// <summary><c>blockassist play</c> where there is a display: the game, and beside it what is learnt, shared and delivered.</summary>
internal static class PlayInWindow
{
    /// <summary>Plays until the window closes.</summary>
    /// <exception cref="PlatformException">There is no window to be had here; nothing was recorded.</exception>
    public static SessionsReport Play(PlayOrder order, CommandContext context, CancellationToken cancellation)
    {
        var recordings = order.Folder ?? context.Home.Episodes;
        var shelf = GoalShelf.Open(new SiteOptions { Size = order.Site }, order.Goals, order.Seed);
        using var page = DashboardInput.Start(order.DashboardPort, context, cancellation);
        using var contributions = new DeliveringBeside(context);
        using var helper = new OpeningHelper(() => PlayHelper.Open(context, order.Assistant, order.Model, order.Site, inRealTime: true));
        var supervisor = new Supervisor(context.Log, context.Surroundings.Clock);
        var round = new RoundBeside(context, supervisor, recordings, order.Rounds, order.Training);
        using var learner = Learns(order) ? new LearningBeside(context, recordings, helper.Reopen, supervisor) { Round = round } : null;
        var session = new WindowSession(context, recordings, helper, learner, order.Site, order.Seed);
        return new SessionsReport(session.Play(order.IsStraight ? Enumerable.Range(0, order.Sessions).Select(shelf.Take) : [], cancellation));
    }

    // Whoever names a model wants that one.
    private static bool Learns(PlayOrder order) => order.Assistant is null or PlayHelper.Belief && order.Model is null;
}
