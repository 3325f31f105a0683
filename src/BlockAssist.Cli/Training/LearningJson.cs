using System.Text.Json.Serialization;
using BlockAssist.Learner.Evaluation;

namespace BlockAssist.Cli.Training;

/// <summary>The forms of the reports on learning.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(TrainingReport))]
[JsonSerializable(typeof(AssistantTrainingReport))]
[JsonSerializable(typeof(SelfPlayReport))]
[JsonSerializable(typeof(SurvivalReport))]
[JsonSerializable(typeof(HumanReport))]
[JsonSerializable(typeof(PlayReport))]
internal sealed partial class LearningJson : JsonSerializerContext;
