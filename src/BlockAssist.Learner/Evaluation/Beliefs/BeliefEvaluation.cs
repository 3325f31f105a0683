using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Lessons;
using BlockAssist.Learner.Inference;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Evaluation.Beliefs;

/// <summary>Measures how well a model infers goals from recorded play.</summary>
/// <param name="engine">The model, as it is served.</param>
/// <param name="shape">The sites that it is for.</param>
public sealed class BeliefEvaluation(InferenceEngine engine, BeliefShape shape)
{
    private const int Parts = 5;

    /// <summary>How many moments of an episode are measured, spread evenly over its steps.</summary>
    public int MomentsAnEpisode { get; init; } = 20;

    /// <summary>Measures.</summary>
    /// <param name="files">The episodes.</param>
    /// <param name="advance">Called after each, from several threads.</param>
    /// <param name="cancellation">Ends it between two episodes.</param>
    /// <exception cref="EpisodeFormatException">A file is no episode, or was recorded by other rules than ours.</exception>
    public BeliefReport Of(IReadOnlyList<string> files, Action? advance = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentOutOfRangeException.ThrowIfZero(files.Count, nameof(files));
        return Report(Measure(files, _ => Parts, (batch, moment) => PartOf(batch.Built[moment]), advance, cancellation));
    }

    /// <summary>Measures moment by moment.</summary>
    /// <param name="files">The episodes.</param>
    /// <param name="advance">Called after each, from several threads.</param>
    /// <param name="cancellation">Ends it between two episodes.</param>
    /// <returns>The moments of each episode, in order.</returns>
    /// <exception cref="EpisodeFormatException">A file is no episode, or was recorded by other rules than ours.</exception>
    public IReadOnlyList<MomentScore[]> ByMoments(IReadOnlyList<string> files, Action? advance = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Array.ConvertAll(Measure(files, batch => batch.Capacity, (_, moment) => moment, advance, cancellation), tallies => Array.ConvertAll(tallies, MomentScore.Of));
    }

    // Counts what was believed in several tallies an episode; which of them a moment belongs to is told by its batch and number.
    private BeliefTally[][] Measure(
        IReadOnlyList<string> files, Func<BeliefBatch, int> tallies, Func<BeliefBatch, int, int> tallyOf, Action? advance, CancellationToken cancellation) => ParallelRuns.Run(
        files.Count,
        () => engine.Run(1),
        (run, number) =>
        {
            var batch = MomentsOf(files[number]);
            var measured = NewTallies(tallies(batch));
            for (var moment = 0; moment < batch.Capacity; moment++)
            {
                batch.Of(batch.Cells, moment).CopyTo(run.Input(ServedBeliefNetwork.Cells));
                batch.Of(batch.Scene, moment).CopyTo(run.Input(ServedBeliefNetwork.Scene));
                run.Execute();
                measured[tallyOf(batch, moment)].Add(batch, moment, run.Output(ServedBeliefNetwork.Scores));
            }

            advance?.Invoke();
            return measured;
        },
        closeWorkplace: run => run.Dispose(),
        cancellation: cancellation);

    private BeliefBatch MomentsOf(string file)
    {
        var lessons = new EpisodeLessons(file);
        var steps = lessons.CountSteps();
        int[] moments = [.. Enumerable.Range(0, Math.Min(MomentsAnEpisode, steps)).Select(i => (int)((long)i * steps / Math.Min(MomentsAnEpisode, steps)))];
        var batch = new BeliefBatch(shape, moments.Length);
        lessons.Write(moments, batch, 0);
        return batch;
    }

    private static BeliefReport Report(BeliefTally[][] episodes)
    {
        var parts = NewTallies(Parts);
        var all = new BeliefTally();
        foreach (var episode in episodes)
        {
            for (var part = 0; part < Parts; part++)
            {
                parts[part].Add(episode[part]);
                all.Add(episode[part]);
            }
        }

        var rates = Array.ConvertAll(parts, part => new BaseRate(part.Outcomes));
        double[] moments = [.. episodes.Select(episode => (double)Math.Max(1, episode.Sum(part => part.Moments)))];
        double[] nats = [.. episodes.Select((episode, i) => episode.Sum(part => part.Nats) / moments[i])];
        double[] baseNats = [.. episodes.Select((episode, i) => episode.Select((part, number) => rates[number].NatsOf(part.Outcomes)).Sum() / moments[i])];
        return new BeliefReport(
            episodes.Length,
            Estimate.Of(nats)!,
            Estimate.Of(baseNats)!,
            Estimate.Of([.. baseNats.Zip(nats, (rate, model) => rate - model)])!,
            all.All.Error() ?? 0,
            all.Placements.Error(),
            [.. parts.Select((part, number) => Report(number, part, rates[number]))]);
    }

    private static BeliefShareReport Report(int number, BeliefTally part, BaseRate rate) => new(
        number / (double)Parts,
        (number + 1) / (double)Parts,
        part.Moments,
        part.Moments == 0 ? null : part.Nats / part.Moments,
        part.Moments == 0 ? null : rate.NatsOf(part.Outcomes) / part.Moments,
        part.All.Error(),
        part.Placements.Error(),
        part.Moments == 0 ? null : part.Missing / (double)part.Moments,
        [.. part.Sure.Select((sure, bound) => Report(part, sure, BeliefReport.Bounds[bound]))]);

    private static SureReport Report(BeliefTally part, SurePlacements sure, double bound) => new(
        bound,
        part.Moments == 0 ? null : sure.Count / (double)part.Moments,
        sure.Count == 0 ? null : sure.Right / (double)sure.Count,
        part.Missing == 0 ? null : sure.Right / (double)part.Missing);

    private static BeliefTally[] NewTallies(int count) => [.. Enumerable.Range(0, count).Select(_ => new BeliefTally())];

    private static int PartOf(float built) => Math.Clamp((int)(built * Parts), 0, Parts - 1);
}
