using BlockAssist.Cli.Running;
using Serilog.Core;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>What verbs work with, where nobody reads what they say.</summary>
internal static class QuietContext
{
    /// <summary>In a home.</summary>
    public static CommandContext In(string home)
    {
        var surroundings = new Surroundings { Out = TextWriter.Null, Error = TextWriter.Null, Variable = _ => null };
        return new CommandContext(surroundings, new Output(surroundings, json: true), new NodeHome(home), Logger.None, new ProgressDisplay(Consoles.Messages(surroundings), surroundings.Clock));
    }
}
