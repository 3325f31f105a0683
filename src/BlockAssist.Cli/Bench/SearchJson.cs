using System.Text.Json.Serialization;
using BlockAssist.Learner.Beliefs.Search.Bench;

namespace BlockAssist.Cli.Bench;

/// <summary>How what <c>bench search</c> found looks as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SearchFigures))]
internal sealed partial class SearchJson : JsonSerializerContext;
