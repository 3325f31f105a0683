using System.Text.Json.Serialization;

namespace BlockAssist.Learner.Models;

/// <summary>What was done for a model to be in the registry.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AdditionOutcome>))]
public enum AdditionOutcome
{
    /// <summary>It was not there, and is a candidate now.</summary>
    [JsonStringEnumMemberName("added")]
    Added,

    /// <summary>Nothing.</summary>
    [JsonStringEnumMemberName("there already")]
    ThereAlready,

    /// <summary>Its file had been lost or damaged, and is whole again.</summary>
    [JsonStringEnumMemberName("put back")]
    PutBack,
}
