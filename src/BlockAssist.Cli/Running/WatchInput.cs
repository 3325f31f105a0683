using System.CommandLine;

namespace BlockAssist.Cli.Running;

/// <summary>Whether a result stays on the screen.</summary>
internal static class WatchInput
{
    /// <summary>Makes the option.</summary>
    public static Option<bool> Create() => new("--watch")
    {
        Description = "Stays on the screen and is kept new until Ctrl+C; where the output is no screen it is written once.",
        Arity = ArgumentArity.Zero,
    };
}
