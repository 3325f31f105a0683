using BlockAssist.Learner.Data;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Verification;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Leases;

/// <summary>How fast this machine trains leases.</summary>
public static class LeaseSpeed
{
    private const int MostSteps = 1000;
    private const int WarmUp = 4;

    /// <summary>Trains for a while, and forgets it.</summary>
    /// <param name="start">What a lease begins with.</param>
    /// <param name="recipe">How it is trained.</param>
    /// <param name="data">What it learns from.</param>
    /// <param name="atLeast">For how long; the first four steps do not count, since all is slower then.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    /// <returns>Steps a second.</returns>
    public static double Measure(LeaseBase start, LeaseRecipe recipe, DemonstrationSet data, TimeSpan atLeast, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(clock);
        start.Demand(recipe);
        var options = recipe.For(new LeaseTerms(1, MostSteps, 1));
        using var feed = new LessonFeed(new TrainingStage("measuring", new HumanLessons(start.Network, data), options), 0, MostSteps);
        using var run = new SegmentRun(start.Network, options, start.Moment(), CPU);
        for (var step = 0; step < WarmUp; step++)
        {
            run.Step(feed.Next());
        }

        var (began, steps) = (clock.GetTimestamp(), 0);
        do
        {
            cancellation.ThrowIfCancellationRequested();
            run.Step(feed.Next());
            steps++;
        }
        while (clock.GetElapsedTime(began) < atLeast && steps < MostSteps - WarmUp);

        return steps / clock.GetElapsedTime(began).TotalSeconds;
    }
}
