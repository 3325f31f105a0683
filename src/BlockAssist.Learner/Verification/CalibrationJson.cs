using System.Text.Json.Serialization;

namespace BlockAssist.Learner.Verification;

/// <summary>How calibrations and verdicts look as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CalibrationReport))]
[JsonSerializable(typeof(ReplayVerdict))]
public sealed partial class CalibrationJson : JsonSerializerContext;
