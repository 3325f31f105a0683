using System.Text.Json.Serialization;
using BlockAssist.Learner.Evaluation.Assistance;

namespace BlockAssist.Cli.Assistance;

/// <summary>The form of the report on helpers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AssistanceReport))]
internal sealed partial class AssistanceJson : JsonSerializerContext;
