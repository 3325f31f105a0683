using System.Text.Json.Serialization;

namespace BlockAssist.Learner.Models;

/// <summary>What a line of the index says was done. The words are on disk and never change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegistryOperation>))]
internal enum RegistryOperation
{
    /// <summary>A model came in.</summary>
    [JsonStringEnumMemberName("add")]
    Add,

    /// <summary>A model became the one that plays; the one before it was archived.</summary>
    [JsonStringEnumMemberName("promote")]
    Promote,

    /// <summary>The one that played was archived, and the one before it, named here, plays again.</summary>
    [JsonStringEnumMemberName("rollback")]
    Rollback,

    /// <summary>A candidate was set aside.</summary>
    [JsonStringEnumMemberName("archive")]
    Archive,

    /// <summary>An archived model went out.</summary>
    [JsonStringEnumMemberName("remove")]
    Remove,
}
