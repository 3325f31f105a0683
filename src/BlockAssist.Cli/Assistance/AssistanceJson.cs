using System.Text.Json.Serialization;
using BlockAssist.Learner.Evaluation.Assistance;
using BlockAssist.Learner.Evaluation.Beliefs;

namespace BlockAssist.Cli.Assistance;

/// <summary>The forms of the reports on helpers and on what they believe.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AssistanceReport))]
[JsonSerializable(typeof(BeliefReport))]
internal sealed partial class AssistanceJson : JsonSerializerContext;
