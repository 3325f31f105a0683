using System.Text.Json;
using BlockAssist.Learner.Checkpoints;

namespace BlockAssist.Learner.Personal;

/// <summary>What a personal model says of how it was trained.</summary>
/// <param name="Recipe">Network and stages.</param>
/// <param name="Sessions">The hashes of the files that it learnt from; practice excepted.</param>
public sealed record PersonalForm(JsonElement Recipe, IReadOnlyList<string> Sessions)
{
    /// <summary>What a model says of itself; null if it is not a personal one.</summary>
    public static PersonalForm? Of(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        try
        {
            return JsonSerializer.Deserialize(checkpoint.TrainingOptions, PersonalJson.Default.PersonalForm) is { Sessions: not null } form ? form : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As JSON.</summary>
    internal string ToJson() => JsonSerializer.Serialize(this, PersonalJson.Default.PersonalForm);
}
