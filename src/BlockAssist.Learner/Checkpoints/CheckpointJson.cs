using System.Text.Json.Serialization;

namespace BlockAssist.Learner.Checkpoints;

/// <summary>The JSON in the metadata of a checkpoint. A number that is none (a best loss before there was any) has a name.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(SortedDictionary<string, long>))]
[JsonSerializable(typeof(SortedDictionary<string, double>))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
