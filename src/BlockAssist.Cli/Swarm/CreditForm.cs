using System.Text.Json.Serialization;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Swarm;

/// <summary>What the records of a node brought it, so that each need be read once only.</summary>
/// <param name="Network">The swarm.</param>
/// <param name="Hub">Who signed the records.</param>
/// <param name="Peer">Who the node is.</param>
/// <param name="Shares">What each brought.</param>
internal sealed record CreditForm(string Network, string Hub, string Peer, IReadOnlyList<CreditShare> Shares);

/// <summary>How the file of a node's credit looks.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CreditForm))]
internal sealed partial class CreditJson : JsonSerializerContext;
