using System.Globalization;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Cli.Play;

/// <summary>Plays the episodes of an order and adds up what happened.</summary>
internal sealed class HeadlessSimulation(SimulationOrder order, TimeProvider clock)
{
    /// <summary>Plays them all, on all threads; the sum does not depend on how many there are.</summary>
    public SimulationReport Run(Action advance, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        var outcomes = ParallelRuns.Run(
            order.Episodes,
            () => order,
            (_, number) =>
            {
                var outcome = Play(number);
                advance();
                return outcome;
            },
            order.Threads,
            cancellation: cancellation);
        return Sum(outcomes, clock.GetElapsedTime(start).TotalSeconds);
    }

    private Outcome Play(int number)
    {
        var goal = order.Goals.Take(number);
        var site = new BuildSite(order.Options, goal.Goal);
        var metrics = new EpisodeMetrics(site);
        var file = order.Folder is null ? null : Path.Combine(order.Folder, FileName(number, goal.Name));
        using var recorder = file is null ? null : new EpisodeRecorder(file, order.Seats.Header(order.Options, goal, Properties()), site);
        var steps = new PolicyRunner(site, order.Seats.Take(number)).Run(new Witnesses(metrics, recorder));
        return new Outcome(steps, site.IsComplete, metrics.Total, file);
    }

    private static string FileName(int number, string goal) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:D6}-{EpisodeFileName.Of(goal)}{EpisodeFormat.FileEnding}");

    private static Dictionary<string, string> Properties() => new() { ["source"] = "simulate" };

    private SimulationReport Sum(Outcome[] outcomes, double seconds)
    {
        var steps = outcomes.Sum(outcome => (long)outcome.Steps);
        return new SimulationReport(
            outcomes.Length,
            outcomes.Count(outcome => outcome.Complete),
            steps,
            steps / seconds,
            outcomes.Average(outcome => outcome.Score.GoalPercentage),
            (double)steps / outcomes.Length,
            [.. order.Seats.Names.Select((name, builder) => Report(name, [.. outcomes.Select(outcome => outcome.Score.Builders[builder])]))],
            [.. outcomes.Select(outcome => outcome.File).OfType<string>()]);
    }

    private static BuilderReport Report(string name, BuilderTally[] tallies)
    {
        var actions = new Dictionary<string, long>();
        foreach (var type in Enum.GetValues<ActionType>())
        {
            var count = tallies.Sum(tally => (long)tally.Count(type));
            if (count > 0)
            {
                actions.Add(char.ToLowerInvariant(type.ToString()[0]) + type.ToString()[1..], count);
            }
        }

        return new BuilderReport(
            name,
            actions,
            Share(tallies.Sum(tally => (long)tally.CorrectPlacements), tallies.Sum(tally => (long)tally.Count(ActionType.Place))),
            Share(tallies.Sum(tally => (long)tally.CorrectBreaks), tallies.Sum(tally => (long)tally.Count(ActionType.Break))));
    }

    private static double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;

    /// <summary>What came of one episode.</summary>
    private sealed record Outcome(int Steps, bool Complete, EpisodeScore Score, string? File);

    /// <summary>Tells the metrics of every step, and the recorder if there is one.</summary>
    private sealed class Witnesses(EpisodeMetrics metrics, EpisodeRecorder? recorder) : IRunVisitor
    {
        public void Visit(BuildSite site, ReadOnlySpan<BuilderAction> actions, ReadOnlySpan<Deed> deeds)
        {
            metrics.Add(actions, deeds);
            recorder?.Visit(site, actions, deeds);
        }
    }
}
