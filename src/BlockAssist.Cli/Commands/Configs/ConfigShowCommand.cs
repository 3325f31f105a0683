using System.CommandLine;
using BlockAssist.Cli.Configuring;
using BlockAssist.Cli.Running;
using Spectre.Console;

namespace BlockAssist.Cli.Commands.Configs;

/// <summary><c>blockassist config show</c>: what each setting is, and who says so.</summary>
internal static class ConfigShowCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var origin = new Option<bool>("--origin") { Description = "Shows who says so: a variable of the environment, the file, or nobody.", Arity = ArgumentArity.Zero };
        var verb = new Verb(
            "show",
            "What each setting is: an option of the command line before the environment, before the file blockassist.json in the node's home, before what is usual. Passwords in addresses are not shown.",
            new Example("blockassist config show --origin", "each setting, and who says so"),
            new Example("blockassist config show --json", "with the names of the variables"))
        {
            origin,
        };
        verb.Runs((parsed, context, _) =>
        {
            var configuration = ConfigInput.Configuration(parsed, context);
            var report = ConfigurationReport.Of(configuration.File.Path, configuration.All(), StrayVariable.In(context.Surroundings.Variables(), configuration.Settings));
            context.Output.Result(report, ConfigurationJson.Default.ConfigurationReport, shown => Shown(shown, parsed.GetValue(origin)));
            return ExitCode.Done;
        });
        return verb;
    }

    private static Rows Shown(ConfigurationReport report, bool withOrigin) => new([Table(report, withOrigin), .. report.Strays.Select(stray => new Text(stray.Line))]);

    private static Table Table(ConfigurationReport report, bool withOrigin)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns([new TableColumn("setting").NoWrap(), new TableColumn("value"), .. withOrigin ? [new TableColumn("from")] : (TableColumn[])[]]);
        foreach (var setting in report.Settings)
        {
            string[] cells = [setting.Name, string.Join('\n', setting.Values), .. withOrigin ? [setting.Where] : (string[])[]];
            table.AddRow([.. cells.Select(cell => new Text(cell))]);
        }

        return table;
    }
}
