using System.Text.Json.Serialization;

namespace BlockAssist.Learner.Models;

/// <summary>The JSON of the index.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(RegistryEvent))]
internal sealed partial class RegistryJson : JsonSerializerContext;
