using System.Text.Json.Serialization;

namespace BlockAssist.Chain.Standings;

/// <summary>The answers of an index as JSON: accounts, digests and amounts are text, amounts in wei.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(TextConverters.OfAddress), typeof(TextConverters.OfHash), typeof(TextConverters.OfWei), typeof(TextConverters.OfNumber)])]
[JsonSerializable(typeof(StandingsPage))]
[JsonSerializable(typeof(RoundsPage))]
[JsonSerializable(typeof(RoundInFull))]
[JsonSerializable(typeof(PlayerProfile))]
public sealed partial class StandingsJson : JsonSerializerContext;
