using System.Text.Json.Serialization;

namespace BlockAssist.Cli.Swarm.Studies;

/// <summary>Studies as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(StudyAnswer))]
[JsonSerializable(typeof(StudyNote))]
internal sealed partial class StudyJson : JsonSerializerContext;
