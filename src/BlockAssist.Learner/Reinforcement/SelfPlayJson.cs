using System.Text.Json.Serialization;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>The forms in which self-play is kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SitesForm))]
[JsonSerializable(typeof(ReinforcementOptions))]
[JsonSerializable(typeof(SelfPlayForm))]
internal sealed partial class SelfPlayJson : JsonSerializerContext;
