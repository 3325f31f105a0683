using System.Text.Json.Serialization;

namespace BlockAssist.Learner.Models;

/// <summary>What a model plays.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelKind>))]
public enum ModelKind
{
    /// <summary>A person who sees the goal.</summary>
    [JsonStringEnumMemberName("human")]
    Human,

    /// <summary>An assistant, who does not.</summary>
    [JsonStringEnumMemberName("assistant")]
    Assistant,
}
