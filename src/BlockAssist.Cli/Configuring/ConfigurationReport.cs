using System.Text.Json.Serialization;

namespace BlockAssist.Cli.Configuring;

/// <summary>How the verbs that run for long are set.</summary>
/// <param name="File">The configuration file.</param>
/// <param name="Settings">All settings.</param>
/// <param name="Strays">Variables of the environment that were probably meant as settings, and are none.</param>
internal sealed record ConfigurationReport(string File, IReadOnlyList<SettingReport> Settings, IReadOnlyList<StrayVariable> Strays)
{
    /// <summary>Makes a report, without what is secret.</summary>
    public static ConfigurationReport Of(string file, IEnumerable<SettingValue> values, IReadOnlyList<StrayVariable> strays) =>
        new(file, [.. values.Select(value => SettingReport.Of(file, value))], strays);
}

/// <summary>A setting.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">What it is; nothing if it is not set and has no usual value.</param>
/// <param name="Origin">Who says so.</param>
/// <param name="Variable">The variable of the environment that can set it.</param>
internal sealed record SettingReport(string Name, IReadOnlyList<string> Values, SettingOrigin Origin, string Variable)
{
    /// <summary>Where it was said, for people.</summary>
    [JsonIgnore]
    public string Where { get; init; } = "";

    /// <summary>Makes a report, without what is secret.</summary>
    public static SettingReport Of(string file, SettingValue value) => new(value.Setting.Name, [.. value.Values.Select(WithoutPassword)], value.Origin, value.Setting.Variable)
    {
        Where = value.Origin switch
        {
            SettingOrigin.Environment => value.Setting.Variable,
            SettingOrigin.File => file,
            _ => "default",
        },
    };

    /// <summary>An address without the password in it: all that is between its first colon and its last @ goes.</summary>
    public static string WithoutPassword(string text)
    {
        const string Begin = "://";
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var colon = begin < 0 ? -1 : text.IndexOf(':', begin + Begin.Length);
        var end = text.LastIndexOf('@');
        return colon >= 0 && colon < end ? $"{text[..(colon + 1)]}***{text[end..]}" : text;
    }
}

/// <summary>How the configuration is printed for programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConfigurationReport))]
[JsonSerializable(typeof(SettingReport))]
internal sealed partial class ConfigurationJson : JsonSerializerContext;
