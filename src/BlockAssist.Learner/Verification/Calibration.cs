using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Updates;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Verification;

/// <summary>Measures how much honest segments differ between classes of device, and how much cheats do.</summary>
/// <param name="data">What is learnt from.</param>
/// <param name="own">The class of this process.</param>
/// <param name="device">What computes.</param>
/// <param name="options">How it goes.</param>
/// <param name="advance">Is told of every step that was made.</param>
public sealed class Calibration(DemonstrationSet data, DeviceClass own, Device device, CalibrationOptions options, Action advance)
{
    private readonly List<HonestDrift> _drifts = [];
    private readonly List<CheatDifference> _cheats = [];
    private readonly List<Look> _looks = [];
    private readonly List<CalibratedClass> _classes = [new(CalibrationOptions.Here, own)];

    /// <summary>How many steps the calibration makes at one state.</summary>
    /// <param name="options">How it goes.</param>
    /// <param name="others">How many other classes there are.</param>
    public static int StepsFor(CalibrationOptions options, int others)
    {
        ArgumentNullException.ThrowIfNull(options);
        return CheatedSegments.StepsFor(options.Lengths) + (others * options.Lengths[^1]);
    }

    /// <summary>Measures.</summary>
    /// <param name="states">Files of checkpoints where segments start, of one training.</param>
    /// <param name="others">The other classes.</param>
    /// <param name="train">Has a class train the segments that start at a checkpoint.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    public CalibrationReport Measure(
        IReadOnlyList<string> states,
        IReadOnlyList<ClassSetup> others,
        Func<ClassSetup, string, IReadOnlyList<TrainingSegment>> train,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(train);
        SegmentStart[] starts = [.. states.Select(SegmentStart.Load)];
        for (var i = 0; i < starts.Length; i++)
        {
            var cheated = new CheatedSegments(starts[i], data, options.Lengths, device, advance);
            List<Honest> honest = [.. cheated.Honest(cancellation).Select(one => new Honest(CalibrationOptions.Here, one.Steps, one.Change, one.End))];
            foreach (var setup in others)
            {
                honest.AddRange(Read(setup, train(setup, states[i])));
            }

            NoteDrifts(starts[i].Moment.Step, honest);
            NoteCheats(starts[i].Moment.Step, cheated, honest, cancellation);
        }

        return Report(starts[0]);
    }

    private IEnumerable<Honest> Read(ClassSetup setup, IReadOnlyList<TrainingSegment> segments)
    {
        using var codec = new UpdateCodec();
        foreach (var segment in segments)
        {
            var change = new float[UpdateCodec.ReadHeader(segment.Update.Span, setup.Name).Count];
            codec.Decode(segment.Update.Span, change, segment.Start, setup.Name);
            if (_classes.TrueForAll(named => named.Name != setup.Name))
            {
                _classes.Add(new CalibratedClass(setup.Name, segment.Class));
            }

            yield return new Honest(setup.Name, segment.Steps, change, segment.End);
        }
    }

    private void NoteDrifts(int state, List<Honest> honest)
    {
        for (var i = 0; i < honest.Count; i++)
        {
            foreach (var other in honest.Skip(i + 1).Where(other => other.Steps == honest[i].Steps))
            {
                var difference = Math.Max(UpdateDifference.Of(honest[i].Change, other.Change), UpdateDifference.Of(other.Change, honest[i].Change));
                _drifts.Add(new HonestDrift(state, other.Steps, honest[i].Class, other.Class, difference, honest[i].End == other.End));
            }
        }
    }

    private void NoteCheats(int state, CheatedSegments cheated, List<Honest> honest, CancellationToken cancellation)
    {
        foreach (var cheat in Cheat.Graded)
        {
            foreach (var (steps, change) in cheated.Of(cheat, cancellation))
            {
                foreach (var one in honest.Where(one => one.Steps == steps))
                {
                    var difference = UpdateDifference.Of(change, one.Change);
                    _looks.Add(new Look(one.Class, steps, difference));
                    if (one.Class == CalibrationOptions.Here)
                    {
                        _cheats.Add(new CheatDifference(cheat.Name, state, steps, difference));
                    }
                }
            }
        }
    }

    private CalibrationReport Report(SegmentStart start) => new()
    {
        Network = HumanNetwork.Name,
        NetworkOptions = start.Network.Options,
        TrainingOptions = start.Options,
        Factor = options.Factor,
        Classes = _classes,
        Tolerances = [.. _drifts.GroupBy(drift => (drift.One, drift.Other, drift.Steps)).Select(drifts => Tolerance(drifts.Key, drifts.Max(drift => drift.Difference)))],
        Drifts = _drifts,
        Cheats = _cheats,
    };

    private PairTolerance Tolerance((string One, string Other, int Steps) pair, double worst)
    {
        var isOneClass = _classes.Find(named => named.Name == pair.One)!.Class == _classes.Find(named => named.Name == pair.Other)!.Class;
        var tolerance = isOneClass ? 0 : Math.Max(options.Least, options.Factor * worst);

        // Cheats were made here, so only pairs with this class say something of them.
        Look[] looks = [.. _looks.Where(look => pair.One == CalibrationOptions.Here && look.Class == pair.Other && look.Steps == pair.Steps)];
        return new PairTolerance(pair.One, pair.Other, pair.Steps, worst, tolerance, looks.Length, looks.Count(look => look.Difference > tolerance));
    }

    /// <summary>An honest update.</summary>
    private sealed record Honest(string Class, int Steps, float[] Change, string End);

    /// <summary>How far a cheat looks to be from honest work, to a class.</summary>
    private sealed record Look(string Class, int Steps, double Difference);
}
