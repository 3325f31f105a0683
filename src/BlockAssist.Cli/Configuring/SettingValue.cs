namespace BlockAssist.Cli.Configuring;

/// <summary>What a setting is, and who says so.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Values">Its values.</param>
/// <param name="Origin">Who says so.</param>
internal sealed record SettingValue(Setting Setting, IReadOnlyList<string> Values, SettingOrigin Origin);

/// <summary>Who says what a setting is; who comes first here is believed before the others.</summary>
internal enum SettingOrigin
{
    /// <summary>A variable of the environment.</summary>
    Environment,

    /// <summary>The configuration file.</summary>
    File,

    /// <summary>Nobody: it is what it usually is.</summary>
    Default,
}
