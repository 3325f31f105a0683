using System.CommandLine;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Configuring;

/// <summary>What verbs that run for long are told besides by their words: by the environment and, where that says nothing, by the file.</summary>
/// <remarks>What it finds becomes words of the command line, so that all that a verb demands of an option holds wherever that comes from.</remarks>
/// <param name="root">The command above all verbs.</param>
/// <param name="home">Where the file is.</param>
/// <param name="variable">Reads the environment.</param>
internal sealed class Configuration(Verb root, NodeHome home, Func<string, string?> variable)
{
    /// <summary>All settings.</summary>
    public IReadOnlyList<Setting> Settings { get; } = Setting.Of(root);

    /// <summary>The file.</summary>
    public ConfigurationFile File => new(home.Configuration, Settings);

    /// <summary>The setting of a name.</summary>
    /// <exception cref="ForeseenException">There is none.</exception>
    public Setting Named(string name) => Settings.FirstOrDefault(setting => setting.Name == name)
        ?? throw new ForeseenException(
            $"there is no setting '{name}'", Spelling.Nearest(name, Settings.Select(setting => setting.Name)) is { } meant ? $"Did you mean {meant}?" : "See: blockassist config show");

    /// <summary>What each setting is now.</summary>
    /// <exception cref="ForeseenException">One is not as it has to be.</exception>
    public IReadOnlyList<SettingValue> All() => Values(Settings);

    /// <summary>A command line with all that its verb is told besides.</summary>
    /// <param name="args">Its words.</param>
    /// <param name="given">What they are.</param>
    /// <exception cref="ForeseenException">A setting is not as it has to be.</exception>
    public ParseResult Complete(IReadOnlyList<string> args, ParseResult given)
    {
        var open = Settings.Where(setting => given.CommandResult.Command.Options.Contains(setting.Option) && given.GetResult(setting.Option) is not { Implicit: false });
        string[] more = [.. Values([.. open]).Where(value => value.Origin != SettingOrigin.Default).SelectMany(value => value.Setting.Words(value.Values))];

        // What is behind -- is no option.
        var end = args.Index().FirstOrDefault(word => word.Item == "--", (Index: args.Count, Item: "")).Index;
        return more.Length == 0 ? given : root.Parse([.. args.Take(end), .. more, .. args.Skip(end)], CommandRunner.Words);
    }

    private List<SettingValue> Values(IReadOnlyList<Setting> settings)
    {
        var (file, values) = (File, new List<SettingValue>());
        var inFile = file.Read();
        foreach (var setting in settings)
        {
            var value = variable(setting.Variable) is { Length: > 0 } text ? new SettingValue(setting, TextsOf(setting, text), SettingOrigin.Environment)
                : inFile.TryGetValue(setting.Name, out var texts) ? new SettingValue(setting, texts, SettingOrigin.File)
                : new SettingValue(setting, setting.Usual, SettingOrigin.Default);
            if (value.Origin != SettingOrigin.Default && setting.Complaint(value.Values) is { } complaint)
            {
                throw value.Origin == SettingOrigin.File ? file.Complaint(setting.Name, complaint) : new ForeseenException($"{setting.Variable} of the environment: {complaint}");
            }

            values.Add(value);
        }

        return values;
    }

    // All settings that take several values take paths.
    private static string[] TextsOf(Setting setting, string text) =>
        setting.TakesMany ? text.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) : [text];
}
