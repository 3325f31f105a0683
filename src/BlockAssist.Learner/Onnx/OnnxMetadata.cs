using System.Runtime.InteropServices;
using System.Security.Cryptography;
using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Onnx;

/// <summary>What an exported network says of itself.</summary>
public static class OnnxMetadata
{
    /// <summary>The key of the network's name.</summary>
    public const string Network = "blockassist.network";

    /// <summary>The key of the format of the weights.</summary>
    public const string Format = "blockassist.format";

    /// <summary>The key of the hash of the weights, as they were before any rounding.</summary>
    public const string Weights = "blockassist.weights";

    /// <summary>The key of the address of the checkpoint that the weights are of.</summary>
    public const string Checkpoint = "blockassist.checkpoint";

    /// <summary>The key of a probe: what comes out of a question that everybody knows.</summary>
    public const string Probe = "blockassist.probe";

    /// <summary>The SHA-256 of weights as 32-bit floats in the order of their row.</summary>
    public static string HashOf(WeightSet weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(weights.Values().AsSpan())));
    }

    internal static ProtobufWriter Entry(string key, string value) =>
        new ProtobufWriter().Text(OnnxFields.StringStringEntry.Key, key).Text(OnnxFields.StringStringEntry.Value, value);
}
