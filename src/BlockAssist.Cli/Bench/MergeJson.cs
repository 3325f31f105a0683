using System.Text.Json.Serialization;

namespace BlockAssist.Cli.Bench;

/// <summary>How what <c>bench merge</c> found looks as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MergeReport))]
internal sealed partial class MergeJson : JsonSerializerContext;
