using System.Text.Json.Serialization;

namespace BlockAssist.Learner.Models;

/// <summary>The form in which checkpoints of belief models say what they are of.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(BeliefModelForm))]
internal sealed partial class BeliefModelJson : JsonSerializerContext;
