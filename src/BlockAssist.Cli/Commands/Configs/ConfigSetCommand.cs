using System.CommandLine;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Configs;

/// <summary><c>blockassist config set</c>: sets an option for all starts to come.</summary>
internal static class ConfigSetCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var name = ConfigInput.Name();
        var values = new Argument<string[]>("VALUE") { Description = "What it is from the next start on; several for options that take several.", Arity = ArgumentArity.OneOrMore };
        var verb = new Verb(
            "set",
            "Sets an option in blockassist.json of the node's home, once it has shown to be what the verb takes.",
            new Example("blockassist config set node.run.mib-a-day 4096", "from the next start on"),
            new Example("blockassist config set node.run.while-playing true", "an option without a value is true or false"))
        {
            name, values,
        };
        verb.Runs((parsed, context, _) =>
        {
            var (configuration, given) = (ConfigInput.Configuration(parsed, context), parsed.GetRequiredValue(values));
            var setting = configuration.Named(parsed.GetRequiredValue(name));
            if (setting.Complaint(given) is { } complaint)
            {
                throw new ForeseenException($"{setting.Name}: {complaint}");
            }

            configuration.File.Set(setting, given);
            ConfigInput.Show(configuration, setting, context);
            return ExitCode.Done;
        });
        return verb;
    }
}
