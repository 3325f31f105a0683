using BlockAssist.Learner.Data;
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
    /// <param name="data">What it learns from, where it is from demonstrations.</param>
    /// <param name="atLeast">For how long; the first four steps, or the first iteration of self-play, do not count, since all is slower then.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    /// <returns>Steps a second.</returns>
    public static double Measure(LeaseBase start, LeaseRecipe recipe, DemonstrationSet data, TimeSpan atLeast, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(clock);
        start.Demand(recipe);
        var course = LeaseCourses.Of(start, recipe, new LeaseTerms(1, MostSteps, 1), data);
        using var run = course.GoOn(course.Begin(), MostSteps, CPU);
        var warmUp = recipe.SelfPlay is null ? WarmUp : 1;
        for (var step = 0; step < warmUp; step++)
        {
            run.Step();
        }

        var (began, steps) = (clock.GetTimestamp(), 0);
        do
        {
            cancellation.ThrowIfCancellationRequested();
            run.Step();
            steps++;
        }
        while (clock.GetElapsedTime(began) < atLeast && steps < MostSteps - warmUp);

        return steps / clock.GetElapsedTime(began).TotalSeconds;
    }
}
