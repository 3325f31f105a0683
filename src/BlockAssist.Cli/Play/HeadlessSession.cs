using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Play;

/// <summary>Plays sessions without a window and records each as an episode.</summary>
internal sealed class HeadlessSession(Seats seats, SiteOptions options, TimeProvider clock)
{
    /// <summary>Plays one session to its end.</summary>
    /// <param name="goal">The goal and its name.</param>
    /// <param name="number">Which session it is.</param>
    /// <param name="next">Names a file that is not there yet, to record it in.</param>
    /// <param name="cancellation">Stops the session; what was played so far is recorded.</param>
    public SessionReport Play((string Name, BlockGrid Blocks) goal, int number, Func<string> next, CancellationToken cancellation)
    {
        var site = new BuildSite(options, goal.Blocks);
        var fewest = FewestEdits(site);
        var header = seats.Header(options, goal, EpisodeFiles.Properties("play --headless", clock));
        var (file, begun) = NewEpisodeFile.Begin(next, path => new EpisodeRecorder(path, header, site));
        using var recorder = begun;
        var policies = seats.Take(number);
        try
        {
            return Report(goal.Name, file, fewest, Run(site, new PolicyRunner(site, policies), recorder, cancellation));
        }
        finally
        {
            foreach (var policy in policies.OfType<IDisposable>())
            {
                policy.Dispose();
            }
        }
    }

    private static EpisodeMetrics Run(BuildSite site, PolicyRunner runner, EpisodeRecorder recorder, CancellationToken cancellation)
    {
        var metrics = new EpisodeMetrics(site);
        runner.ResetPolicies();
        while (!site.IsOver)
        {
            if (cancellation.IsCancellationRequested)
            {
                recorder.Stop();
                throw new OperationCanceledException(cancellation);
            }

            runner.Step();
            recorder.Visit(site, runner.Actions, runner.Deeds);
            metrics.Add(runner.Actions, runner.Deeds);
        }

        return metrics;
    }

    private static SessionReport Report(string goal, string file, int fewest, EpisodeMetrics metrics)
    {
        var score = metrics.Total;
        var edits = score.Builders.Sum(builder => builder.Count(ActionType.Place) + builder.Count(ActionType.Break));
        return new SessionReport(
            goal, file, metrics.Steps, metrics.Steps * EpisodeMetrics.PaperSecondsPerStep, score.GoalPercentage, score.GoalDistance == 0, edits, fewest);
    }

    // A cell with a wrong block takes a break and, unless it is to be air, a placement.
    private static int FewestEdits(BuildSite site)
    {
        var count = 0;
        for (var cell = 0; cell < site.Size.Volume; cell++)
        {
            var (block, goal) = (site.Blocks[cell], site.Goal[cell]);
            count += block == goal ? 0 : (block == Block.Air ? 0 : 1) + (goal == Block.Air ? 0 : 1);
        }

        return count;
    }
}
