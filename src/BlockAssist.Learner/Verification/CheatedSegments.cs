using BlockAssist.Learner.Data;
using BlockAssist.Learner.Training;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Verification;

/// <summary>What segments come to that start at one moment, honestly and not.</summary>
/// <param name="start">Where they start.</param>
/// <param name="data">What is learnt from.</param>
/// <param name="lengths">How many steps they have, from few to many.</param>
/// <param name="device">What computes.</param>
/// <param name="advance">Is told of every step.</param>
internal sealed class CheatedSegments(SegmentStart start, DemonstrationSet data, IReadOnlyList<int> lengths, Device device, Action advance)
{
    private const ulong Seed = 20;

    // So small a share that it is a single turn.
    private const double OneTurn = 1e-9;

    private readonly List<Minibatch> _minibatches = [];
    private readonly Dictionary<int, TrainingMoment> _moments = [];

    /// <summary>How many steps it takes to find out.</summary>
    public static int StepsFor(IReadOnlyList<int> lengths) =>
        lengths[^1] + Cheat.Graded.Sum(cheat => cheat.Last switch { LastStep.Made => lengths[^1], LastStep.Skipped => 0, _ => lengths.Count });

    /// <summary>The honest changes, by the number of steps, and the hashes of where they end. To be asked for first.</summary>
    public IReadOnlyList<(int Steps, float[] Change, string End)> Honest(CancellationToken cancellation)
    {
        var plan = new WindowPlan(data, start.Options.Length, start.Options.Batch, start.Options.Seed, start.Options.Turned);
        _moments[0] = start.Moment;
        using var run = new SegmentRun(start.Network, start.Options, start.Moment, device);
        for (var step = 1; step <= lengths[^1]; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            _minibatches.Add(Minibatch.Load(plan.Of(start.Moment.Step + step - 1), start.Options.Length));
            run.Step(_minibatches[^1]);
            advance();
            if (lengths.Contains(step) || lengths.Contains(step + 1))
            {
                _moments[step] = run.Now();
            }
        }

        return [.. lengths.Select(length => (length, _moments[length].ChangeSince(start.Moment), _moments[length].Hash()))];
    }

    /// <summary>What a cheat's segments change, by the number of steps.</summary>
    public IEnumerable<(int Steps, float[] Change)> Of(Cheat cheat, CancellationToken cancellation) =>
        cheat.Last == LastStep.Made ? Throughout(cheat, cancellation) : lengths.Select(length => (length, InTheEnd(cheat, length)));

    private IEnumerable<(int Steps, float[] Change)> Throughout(Cheat cheat, CancellationToken cancellation)
    {
        using var run = new SegmentRun(start.Network, start.Options with { Rate = start.Options.Rate * cheat.Rate }, start.Moment, device);
        for (var step = 1; step <= lengths[^1]; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var wrong = new WrongLabels(_minibatches[step - 1], cheat.WrongLabels, Seed + (ulong)step);
            run.Step(_minibatches[step - 1]);
            advance();
            if (lengths.Contains(step))
            {
                yield return (step, run.Change());
            }
        }
    }

    private float[] InTheEnd(Cheat cheat, int length)
    {
        var before = _moments[length - 1];
        if (cheat.Last == LastStep.Skipped)
        {
            return before.ChangeSince(start.Moment);
        }

        using var run = new SegmentRun(start.Network, start.Options, before, device);
        using var wrong = new WrongLabels(_minibatches[length - 1], cheat.Last == LastStep.OneWrongLabel ? OneTurn : 1, Seed);
        run.Step(_minibatches[length - 1]);
        advance();
        return run.Now().ChangeSince(start.Moment);
    }
}
