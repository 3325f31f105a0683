using BlockAssist.Learner.Onnx;
using BlockAssist.Simulation.Measuring;

namespace BlockAssist.Learner.Inference.Bench;

/// <summary>What a format of weights costs and saves.</summary>
/// <param name="Format">The format.</param>
/// <param name="Bytes">The size of the file.</param>
/// <param name="Latency">How long one position takes, in milliseconds.</param>
/// <param name="PositionsPerSecond">How many positions a second go through at a batch of 64, by the median.</param>
/// <param name="MaxError">The largest difference from 32-bit weights, of all outputs of 64 random positions.</param>
public sealed record FormatFigures(WeightFormat Format, int Bytes, Percentiles Latency, double PositionsPerSecond, double MaxError);
