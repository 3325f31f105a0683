using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Simulation.Measuring;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Inference.Bench;

/// <summary>Measures an exported network, against torch running the same weights on the same numbers where it has them.</summary>
/// <remarks><see cref="TorchRuntime.Start"/> must have been called with as many threads as the options give.</remarks>
/// <param name="clock">What time is taken by.</param>
/// <param name="options">How long and how wide.</param>
/// <param name="advance">Called after each of <see cref="Parts"/>.</param>
/// <param name="cancellation">Ends the measurement between two turns.</param>
public sealed class InferenceBench(
    TimeProvider clock, InferenceBenchOptions options, Action? advance = null, CancellationToken cancellation = default)
{
    private const int FormatBatch = 64;

    private readonly Turns _turns = new(clock, options.Rounds, cancellation);

    /// <summary>In how many parts a network and its weights are measured; a file takes fewer.</summary>
    public int Parts => 2 + options.Batches.Count + Enum.GetValues<WeightFormat>().Length;

    /// <summary>Measures a network in all formats, and torch besides.</summary>
    public InferenceFigures Measure(IServedNetwork network, WeightSet weights)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(weights);
        using var engine = Open(OnnxExporter.Export(network, weights), network, WeightFormat.F32);
        return Measure(network.Name, engine, run => new TorchForward(network, weights, run)) with
        {
            Weights = weights.Count,
            Formats = [.. Enum.GetValues<WeightFormat>().Select(format => Part(() => Format(engine, network, weights, format)))],
        };
    }

    /// <summary>Measures a network that is there as a file only, as it is.</summary>
    /// <param name="engine">The loaded file.</param>
    public InferenceFigures Measure(InferenceEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return Measure(engine.Metadata.GetValueOrDefault(OnnxMetadata.Network, "unknown"), engine, null);
    }

    private static void Fill(InferenceRun run)
    {
        var random = new SeededRandom(1);
        foreach (var input in run.Inputs)
        {
            foreach (ref var number in run.Input(input))
            {
                number = (float)((2 * random.NextDouble()) - 1);
            }

            foreach (ref var number in run.InputBytes(input))
            {
                number = (byte)random.Next(16);
            }
        }
    }

    private static double Difference(InferenceRun a, InferenceRun b)
    {
        var largest = 0.0;
        foreach (var output in a.Outputs)
        {
            for (var i = 0; i < a.Output(output).Length; i++)
            {
                largest = Math.Max(largest, Math.Abs(a.Output(output)[i] - b.Output(output)[i]));
            }
        }

        return largest;
    }

    private InferenceEngine Open(byte[] file, IServedNetwork network, WeightFormat format) =>
        InferenceEngine.Open(file, $"{network.Name} ({format})", options.Inference);

    private InferenceFigures Measure(string name, InferenceEngine engine, Func<InferenceRun, TorchForward>? torch) => new(
        name,
        null,
        engine.Attempts,
        options.Inference.Threads,
        Part(() => Latency(engine, torch)),
        Part(() => BusyLatency(engine, torch)),
        [.. options.Batches.Select(batch => Part(() => Batch(engine, torch, batch)))],
        []);

    private T Part<T>(Func<T> measure)
    {
        var figures = measure();
        advance?.Invoke();
        return figures;
    }

    private LatencyFigures BusyLatency(InferenceEngine engine, Func<InferenceRun, TorchForward>? torch)
    {
        using var busy = new BusyCores(Math.Max(1, Environment.ProcessorCount - options.Inference.Threads));
        return Latency(engine, torch);
    }

    private LatencyFigures Latency(InferenceEngine engine, Func<InferenceRun, TorchForward>? torch)
    {
        var (onnx, other) = Compare(engine, torch, 1, options.RunsPerTurn);
        return new LatencyFigures(Percentiles.Of(onnx), torch is null ? null : Percentiles.Of(other));
    }

    private BatchFigures Batch(InferenceEngine engine, Func<InferenceRun, TorchForward>? torch, int batch)
    {
        var (onnx, other) = Compare(engine, torch, batch, 1);
        return new BatchFigures(batch, PerSecond(onnx, batch), torch is null ? null : PerSecond(other, batch));
    }

    private (double[] Onnx, double[] Torch) Compare(
        InferenceEngine engine, Func<InferenceRun, TorchForward>? torch, int batch, int runsPerTurn)
    {
        using var run = engine.Run(batch);
        Fill(run);
        using var other = torch?.Invoke(run);
        return _turns.Measure(run.Execute, other is null ? () => { } : other.Execute, runsPerTurn);
    }

    private FormatFigures Format(InferenceEngine full, IServedNetwork network, WeightSet weights, WeightFormat format)
    {
        var file = OnnxExporter.Export(network, weights, format);
        using var engine = Open(file, network, format);
        using var single = engine.Run();
        using var many = engine.Run(FormatBatch);
        using var exact = full.Run(FormatBatch);
        Fill(single);
        Fill(many);
        Fill(exact);
        var (times, _) = _turns.Measure(single.Execute, () => { }, options.RunsPerTurn);
        var (batches, _) = _turns.Measure(many.Execute, exact.Execute, 1);
        return new FormatFigures(format, file.Length, Percentiles.Of(times), PerSecond(batches, FormatBatch), Difference(many, exact));
    }

    private static double PerSecond(IEnumerable<double> milliseconds, int batch) => 1000 * batch / Percentiles.Of(milliseconds).P50;
}
