using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Configs;

/// <summary><c>blockassist config unset</c>: leaves an option to what is usual.</summary>
internal static class ConfigUnsetCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var name = ConfigInput.Name();
        var verb = new Verb(
            "unset",
            "Takes an option out of blockassist.json of the node's home.",
            new Example("blockassist config unset node.run.hours", "trains all day, from the next start on"))
        {
            name,
        };
        verb.Runs((parsed, context, _) =>
        {
            var configuration = ConfigInput.Configuration(parsed, context);
            var setting = configuration.Named(parsed.GetRequiredValue(name));
            configuration.File.Set(setting, values: null);
            ConfigInput.Show(configuration, setting, context);
            return ExitCode.Done;
        });
        return verb;
    }
}
