using System.Text.Json.Serialization;

namespace BlockAssist.Learner.Personal;

/// <summary>The form in which checkpoints of personal models say how they were trained.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PersonalForm))]
internal sealed partial class PersonalJson : JsonSerializerContext;
