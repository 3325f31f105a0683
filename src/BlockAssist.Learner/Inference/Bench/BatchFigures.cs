namespace BlockAssist.Learner.Inference.Bench;

/// <summary>How many positions a second go through at a batch size, by the median.</summary>
/// <param name="Batch">How many positions are run at once.</param>
/// <param name="Onnx">The exported network.</param>
/// <param name="Torch">The same by torch; null if the network is there as a file only.</param>
public sealed record BatchFigures(int Batch, double Onnx, double? Torch)
{
    /// <summary>How many times as fast the exported network is; null without torch.</summary>
    public double? Ratio => Onnx / Torch;
}
