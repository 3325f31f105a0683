using System.Text.Json.Serialization;

namespace BlockAssist.Cli.Doctor;

/// <summary>How a thing on this machine is.</summary>
internal enum Health
{
    /// <summary>As it should be.</summary>
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>The program runs, but not all of it.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Required, and not there.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,
}
