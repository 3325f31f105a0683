using System.Numerics.Tensors;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Updates;

/// <summary>Measures the ways to write updates: size, time, and what is lost.</summary>
/// <param name="changes">The changes of one row in round after round, as training made them.</param>
/// <param name="time">The clock.</param>
public sealed class UpdateCodecBenchmark(IReadOnlyList<float[]> changes, TimeProvider time)
{
    private static readonly string BaseHash = ContentHash.Of([]);

    /// <summary>The ways that are worth a look.</summary>
    public static IReadOnlyList<UpdateOptions> Usual { get; } =
    [
        new(UpdateFormat.F32) { Compress = false },
        new(UpdateFormat.F32),
        new(UpdateFormat.F16) { Compress = false },
        new(UpdateFormat.F16),
        new(UpdateFormat.I8) { Compress = false },
        new(UpdateFormat.I8),
        new(UpdateFormat.I4) { Compress = false },
        new(UpdateFormat.I4),
        new(UpdateFormat.I4) { BlockSize = 64 },
        new(UpdateFormat.Sparse) { Kept = 0.1 },
        new(UpdateFormat.Sparse) { Kept = 0.01 },
    ];

    /// <summary>How often each update is written and read to measure the time; the first ones run before the code is optimised.</summary>
    public int Repetitions { get; init; } = 41;

    /// <summary>Measures one way.</summary>
    public UpdateCodecResult Run(UpdateOptions options)
    {
        using var codec = new UpdateCodec();
        var first = changes[0];
        var update = codec.Encode(first, options, BaseHash);
        var decoded = new float[first.Length];
        codec.Decode(update, decoded, BaseHash, "benchmark");
        return new UpdateCodecResult(
            options.ToString(),
            update.Length,
            (double)first.Length * sizeof(float) / update.Length,
            Median(() => codec.Encode(first, options, BaseHash)),
            Median(() => codec.Decode(update, decoded, BaseHash, "benchmark")),
            RelativeError(decoded, first),
            ErrorOfSum(codec, change => codec.Encode(change, options, BaseHash)),
            ErrorOfSum(codec, Feedback(codec, options)));
    }

    private static Func<float[], byte[]> Feedback(UpdateCodec codec, UpdateOptions options)
    {
        ErrorFeedback? feedback = null;
        return change =>
        {
            feedback ??= new ErrorFeedback(change.Length);
            var update = feedback.Encode(codec, change, options, BaseHash);
            feedback.Delivered();
            return update;
        };
    }

    private double ErrorOfSum(UpdateCodec codec, Func<float[], byte[]> encode)
    {
        float[] sent = new float[changes[0].Length], received = new float[sent.Length], one = new float[sent.Length];
        foreach (var change in changes)
        {
            codec.Decode(encode(change), one, BaseHash, "benchmark");
            TensorPrimitives.Add(sent, change, sent);
            TensorPrimitives.Add(received, one, received);
        }

        return RelativeError(received, sent);
    }

    private static double RelativeError(float[] received, float[] sent) =>
        TensorPrimitives.Norm<float>(sent) is var length && length > 0 ? TensorPrimitives.Distance<float>(received, sent) / length : 0;

    private double Median(Action action)
    {
        var times = new double[Repetitions];
        for (var i = 0; i < times.Length; i++)
        {
            var start = time.GetTimestamp();
            action();
            times[i] = time.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[times.Length / 2];
    }
}
