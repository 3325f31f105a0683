using System.Text.Json.Serialization;

namespace BlockAssist.Fuzzing.Engine;

/// <summary>How far the fuzzing of a target is.</summary>
/// <param name="Target">Which target.</param>
internal sealed record FuzzProgress(string Target)
{
    /// <summary>How long processors worked for it, in seconds.</summary>
    public double CpuSeconds { get; init; }

    /// <summary>How many inputs were tried.</summary>
    public long Inputs { get; init; }

    /// <summary>How many of them led somewhere new.</summary>
    public int Kept { get; init; }

    /// <summary>How many branches they take, each as often as it was seen to be taken.</summary>
    public int Branches { get; init; }

    /// <summary>How many different things are wrong.</summary>
    public int Findings { get; init; }
}

/// <summary>How far several are.</summary>
internal sealed record FuzzReport(IReadOnlyList<FuzzProgress> Targets);

/// <summary>How progress is JSON.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FuzzProgress))]
[JsonSerializable(typeof(FuzzReport))]
internal sealed partial class FuzzingJson : JsonSerializerContext;
