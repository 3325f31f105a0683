using System.Text.Json.Serialization;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;

namespace BlockAssist.Learner.Verification;

/// <summary>The part of a segment's file that is JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SegmentForm))]
internal sealed partial class SegmentJson : JsonSerializerContext;

/// <summary>A <see cref="TrainingSegment"/> without its windows and its update.</summary>
internal sealed record SegmentForm(
    string Network,
    HumanNetworkOptions NetworkOptions,
    TrainingOptions TrainingOptions,
    string Start,
    string Data,
    DeviceClass Class,
    int FirstStep,
    int Steps,
    string End)
{
    /// <summary>What of a segment is JSON.</summary>
    public static SegmentForm Of(TrainingSegment segment) => new(
        segment.Network, segment.NetworkOptions, segment.TrainingOptions, segment.Start, segment.Data, segment.Class, segment.FirstStep, segment.Steps, segment.End);
}
