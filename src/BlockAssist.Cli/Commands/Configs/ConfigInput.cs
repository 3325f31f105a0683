using System.CommandLine;
using BlockAssist.Cli.Configuring;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Configs;

/// <summary>What the verbs of the configuration have in common.</summary>
internal static class ConfigInput
{
    /// <summary>The configuration of the node.</summary>
    public static Configuration Configuration(ParseResult parsed, CommandContext context) =>
        new((Verb)parsed.RootCommandResult.Command, context.Home, context.Surroundings.Variable);

    /// <summary>The name of a setting.</summary>
    public static Argument<string> Name() => new("NAME") { Description = "The setting, such as node.run.hours; config show has all." };

    /// <summary>Says what a setting is now.</summary>
    public static void Show(Configuration configuration, Setting setting, CommandContext context)
    {
        var value = configuration.All().Single(one => one.Setting == setting);
        context.Output.Result(
            SettingReport.Of(configuration.File.Path, value),
            ConfigurationJson.Default.SettingReport,
            shown => $"{shown.Name} is {(shown.Values.Count > 0 ? string.Join(' ', shown.Values) : "not set")} ({shown.Where})");
    }
}
