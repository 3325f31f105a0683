using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Inference.Bench;

/// <summary>Measures an exported network against torch running the same weights on the same numbers.</summary>
/// <remarks><see cref="TorchRuntime.Start"/> must have been called with as many threads as the options give.</remarks>
/// <param name="clock">What time is taken by.</param>
/// <param name="options">How long and how wide.</param>
/// <param name="cancellation">Ends the measurement between two turns.</param>
public sealed class InferenceBench(TimeProvider clock, InferenceBenchOptions options, CancellationToken cancellation = default)
{
    private const int FormatBatch = 64;

    private readonly Turns _turns = new(clock, options.Rounds, cancellation);

    /// <summary>Measures a network.</summary>
    public InferenceFigures Measure(IServedNetwork network, WeightSet weights)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(weights);
        using var engine = Open(OnnxExporter.Export(network, weights), network, WeightFormat.F32);
        return new InferenceFigures(
            network.Name,
            weights.Count,
            engine.Attempts,
            options.Inference.Threads,
            Latency(engine, network, weights),
            BusyLatency(engine, network, weights),
            [.. options.Batches.Select(batch => Batch(engine, network, weights, batch))],
            [.. Enum.GetValues<WeightFormat>().Select(format => Format(engine, network, weights, format))]);
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

    private LatencyFigures BusyLatency(InferenceEngine engine, IServedNetwork network, WeightSet weights)
    {
        using var busy = new BusyCores(Math.Max(1, Environment.ProcessorCount - options.Inference.Threads));
        return Latency(engine, network, weights);
    }

    private LatencyFigures Latency(InferenceEngine engine, IServedNetwork network, WeightSet weights)
    {
        var (onnx, torch) = Compare(engine, network, weights, 1, options.RunsPerTurn);
        return new LatencyFigures(Percentiles.Of(onnx), Percentiles.Of(torch));
    }

    private BatchFigures Batch(InferenceEngine engine, IServedNetwork network, WeightSet weights, int batch)
    {
        var (onnx, torch) = Compare(engine, network, weights, batch, 1);
        return new BatchFigures(batch, PerSecond(onnx, batch), PerSecond(torch, batch));
    }

    private (double[] Onnx, double[] Torch) Compare(
        InferenceEngine engine, IServedNetwork network, WeightSet weights, int batch, int runsPerTurn)
    {
        using var run = engine.Run(batch);
        Fill(run);
        using var torch = new TorchForward(network, weights, run);
        return _turns.Measure(run.Execute, torch.Execute, runsPerTurn);
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
