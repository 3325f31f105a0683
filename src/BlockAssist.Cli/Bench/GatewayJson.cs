using System.Text.Json.Serialization;
using BlockAssist.Net.Gateway.Bench;

namespace BlockAssist.Cli.Bench;

/// <summary>How what <c>bench gateway</c> found looks as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GatewayLoad))]
internal sealed partial class GatewayJson : JsonSerializerContext;
