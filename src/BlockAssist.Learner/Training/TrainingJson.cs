using System.Text.Json;
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
internal sealed record RecipeForm(JsonElement Network, IReadOnlyList<StageForm> Stages);

/// <summary>A <see cref="TrainingStage"/>, with how many turns it has to learn from.</summary>
internal sealed record StageForm(
    string Name, TrainingOptions Options, int Turns, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] StoppingForm? Stopping = null);

/// <summary>An <see cref="EarlyStopping"/>.</summary>
internal sealed record StoppingForm(int Every, int Patience)
{
    public static StoppingForm? Of(EarlyStopping? stopping) => stopping is null ? null : new StoppingForm(stopping.Every, stopping.Patience);
}
