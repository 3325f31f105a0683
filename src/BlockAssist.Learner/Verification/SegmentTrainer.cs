using BlockAssist.Learner.Data;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Updates;
using BlockAssist.Simulation.Files;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Verification;

/// <summary>Makes the steps of segments and claims what came of them.</summary>
/// <param name="start">Where the segments start.</param>
/// <param name="data">What is learnt from.</param>
/// <param name="variable">Reads the environment of the process.</param>
/// <param name="device">What computes.</param>
public sealed class SegmentTrainer(SegmentStart start, DemonstrationSet data, Func<string, string?> variable, Device device)
{
    private readonly WindowPlan _plan = new(data, start.Options.Length, start.Options.Batch, start.Options.Seed, start.Options.Turned);

    /// <summary>Whether segments name their windows, for verifiers that have some of the demonstrations only.</summary>
    public bool NamesWindows { get; init; }

    /// <summary>Segments that all start at the start: the shorter ones are the beginnings of the longest.</summary>
    /// <param name="lengths">How many steps each has, from few to many.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    /// <exception cref="TrainingException">The training is over before: nobody would replay that.</exception>
    public IEnumerable<TrainingSegment> Train(IReadOnlyList<int> lengths, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        if (start.Moment.Step + lengths[^1] > start.Options.Steps)
        {
            throw new TrainingException(
                $"{start.Address[..12]}: after step {start.Moment.Step} the training has {start.Options.Steps - start.Moment.Step} of its {start.Options.Steps} steps left, not {lengths[^1]}; take a state from before its end");
        }

        var dataHash = data.ManifestHash();
        using var codec = new UpdateCodec();
        using var run = new SegmentRun(start.Network, start.Options, start.Moment, device);
        for (var step = 1; step <= lengths[^1]; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            run.Step(Minibatch.Load(_plan.Of(start.Moment.Step + step - 1), start.Options.Length));
            if (lengths.Contains(step))
            {
                yield return Claim(run, step, dataHash, codec);
            }
        }
    }

    private TrainingSegment Claim(SegmentRun run, int steps, string dataHash, UpdateCodec codec)
    {
        var end = run.Now();
        return new TrainingSegment
        {
            NetworkOptions = start.Network.Options,
            TrainingOptions = start.Options,
            Start = start.Address,
            Data = dataHash,
            Class = DeviceClass.Of(device, variable),
            FirstStep = start.Moment.Step,
            Steps = steps,
            End = end.Hash(),
            Windows = NamesWindows ? Windows(steps) : [],
            Update = codec.Encode(end.ChangeSince(start.Moment), new UpdateOptions(UpdateFormat.F32), start.Address),
        };
    }

    private SegmentWindow[] Windows(int steps)
    {
        var files = data.Demonstrations.Select(one => one.Path).Distinct().ToDictionary(path => path, ContentHash.OfFile);
        return
        [
            .. from step in Enumerable.Range(start.Moment.Step, steps)
               from window in _plan.Of(step)
               select new SegmentWindow(files[window.Demonstration.Path], (byte)window.Demonstration.Builder, window.Start, (byte)window.Symmetry.Number),
        ];
    }
}
