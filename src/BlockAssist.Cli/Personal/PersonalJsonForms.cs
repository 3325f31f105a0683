using System.Text.Json.Serialization;
using BlockAssist.Learner.Personal;

namespace BlockAssist.Cli.Personal;

/// <summary>The forms of the reports on learning from players.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PersonalReport))]
[JsonSerializable(typeof(Lesson))]
[JsonSerializable(typeof(PersonalCurve))]
internal sealed partial class PersonalJsonForms : JsonSerializerContext;
