using System.Text.Json.Serialization;
using BlockAssist.Learner.Training.Bench;
using BlockAssist.Learner.Updates;

namespace BlockAssist.Cli.Bench;

/// <summary>What <c>bench update</c> found.</summary>
/// <param name="Weights">How many numbers an update has.</param>
/// <param name="Rounds">How many updates there were.</param>
/// <param name="StepsPerRound">How many steps of training each is of.</param>
/// <param name="Formats">The ways to write them.</param>
internal sealed record UpdateFigures(int Weights, int Rounds, int StepsPerRound, IReadOnlyList<UpdateCodecResult> Formats);

/// <summary>How what <c>bench train</c> and <c>bench update</c> found looks as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TrainingFigures))]
[JsonSerializable(typeof(UpdateFigures))]
internal sealed partial class TrainingJson : JsonSerializerContext;
