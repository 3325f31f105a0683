using System.Text.Json.Serialization;
using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Training;

/// <summary>The forms in which trainings are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HumanNetworkOptions))]
[JsonSerializable(typeof(RecipeForm))]
[JsonSerializable(typeof(StepForm))]
internal sealed partial class TrainingJson : JsonSerializerContext;

/// <summary>A <see cref="TrainingRecipe"/>.</summary>
internal sealed record RecipeForm(HumanNetworkOptions Network, IReadOnlyList<StageForm> Stages);

/// <summary>A <see cref="TrainingStage"/>, with how many turns it has to learn from.</summary>
internal sealed record StageForm(string Name, TrainingOptions Options, int Turns);

/// <summary>A line of the metrics: a step of a stage.</summary>
internal sealed record StepForm(int Stage, int Step, double Loss, double Accuracy, double Rate, double GradientNorm, double Seconds);
