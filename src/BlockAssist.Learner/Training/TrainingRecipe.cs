using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BlockAssist.Learner.Training;

/// <summary>All that decides how a training ends: the network, the stages, their data.</summary>
/// <param name="Network">The network.</param>
/// <param name="Stages">The stages, in order.</param>
public sealed record TrainingRecipe(TrainedNetwork Network, IReadOnlyList<TrainingStage> Stages)
{
    private readonly Lazy<string> _dataHash = new(() => HashOf(Stages));

    /// <summary>A hash of the data of all stages: what is learnt from, and what ends them.</summary>
    public string DataHash() => _dataHash.Value;

    /// <summary>Network and stages as JSON, without their data.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new RecipeForm(JsonElement.Parse(Network.Options), [.. Stages.Select(stage => new StageForm(stage.Name, stage.Options, stage.Lessons.Turns, StoppingForm.Of(stage.Stopping)))]),
        TrainingJson.Default.RecipeForm);

    private static string HashOf(IReadOnlyList<TrainingStage> stages) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', stages.Select(stage => stage.Lessons.Hash() + stage.Stopping?.DataHash)))));
}
