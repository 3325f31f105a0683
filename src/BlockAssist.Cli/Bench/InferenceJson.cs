using System.Text.Json.Serialization;
using BlockAssist.Learner.Inference.Bench;

namespace BlockAssist.Cli.Bench;

/// <summary>How what <c>bench inference</c> found looks as JSON.</summary>
/// <remarks>Apart from other results, which are written without loading the learner.</remarks>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(InferenceFigures))]
internal sealed partial class InferenceJson : JsonSerializerContext;
