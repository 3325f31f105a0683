using BlockAssist.Simulation.Measuring;

namespace BlockAssist.Learner.Inference.Bench;

/// <summary>How long one position takes, in milliseconds.</summary>
/// <param name="Onnx">The exported network.</param>
/// <param name="Torch">The same by torch; null if the network is there as a file only.</param>
public sealed record LatencyFigures(Percentiles Onnx, Percentiles? Torch)
{
    /// <summary>How many times as fast the exported network is, by the medians; null without torch.</summary>
    public double? Ratio => Torch?.P50 / Onnx.P50;
}
