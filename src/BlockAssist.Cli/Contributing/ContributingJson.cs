using System.Text.Json.Serialization;

namespace BlockAssist.Cli.Contributing;

/// <summary>How what a node keeps of its contributions, and what the verbs of chains print, looks as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ChainSettings))]
[JsonSerializable(typeof(LocalChainReport))]
[JsonSerializable(typeof(ChainReport))]
[JsonSerializable(typeof(KnownAccount))]
[JsonSerializable(typeof(Consent))]
[JsonSerializable(typeof(Settlement))]
[JsonSerializable(typeof(KeptVerdicts))]
[JsonSerializable(typeof(ClaimReport))]
[JsonSerializable(typeof(KeepReport))]
[JsonSerializable(typeof(LedgerPlace))]
[JsonSerializable(typeof(KnownHubLedger))]
[JsonSerializable(typeof(ConsentReport))]
internal sealed partial class ContributingJson : JsonSerializerContext;
