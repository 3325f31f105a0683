using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Configs;

/// <summary><c>blockassist config</c>: how the verbs run that run for long.</summary>
internal static class ConfigCommand
{
    /// <summary>Makes the group.</summary>
    public static Verb Create()
    {
        var group = new Verb(
            "config",
            "How the verbs run that run for long: what their options are where the command line does not say.",
            new Example("blockassist config show --origin", "each setting, and who says so"),
            new Example("blockassist config set node.run.hours 22-7", "from the next start on"));
        group.Add(ConfigShowCommand.Create());
        group.Add(ConfigSetCommand.Create());
        group.Add(ConfigUnsetCommand.Create());
        return group;
    }
}
