using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;

namespace BlockAssist.Cli.Commands.Demos;

/// <summary><c>blockassist demos share</c>: which sessions a swarm may learn from.</summary>
internal static class DemosShareCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var files = new Argument<string[]>("files") { Description = "Sessions of this node; none for a look at what is shared.", Arity = ArgumentArity.ZeroOrMore };
        var no = new Option<bool>("--not") { Description = "No longer. What others were shown before, they have.", Arity = ArgumentArity.Zero };
        var verb = new Verb(
            "share",
            "Which sessions node run learns from in a swarm, shows to whoever verifies, and offers to all as clips. All stay on this machine until you share them, one by one.",
            new Example("blockassist demos share episodes/house.bae", "from the next lease on"),
            new Example("blockassist demos share", "what is shared"),
            new Example("blockassist demos share episodes/house.bae --not", "no longer"))
        {
            files, no,
        };
        verb.Runs((parsed, context, _) =>
        {
            var sessions = new SharedSessions(context.Home);
            if (parsed.GetValue(files) is { Length: > 0 } given)
            {
                sessions.Set(DemoInput.Expand(given, context.Home), !parsed.GetValue(no));
            }

            context.Output.Result(new SharedList(sessions.Files(), PlayNotes.Of(sessions.Files())), SwarmNodeJson.Default.SharedList, Sentence);
            return ExitCode.Done;
        });
        return verb;
    }

    private static string Sentence(SharedList shared) =>
        shared.Files.Count == 0 ? "No session is shared."
        : shared.Notes.Count == 0 ? $"Shared:\n{Lines(shared.Files)}"
        : $"Shared:\n{Lines(shared.Files)}\nLearnt from, but no new play that is credited:\n{Lines(shared.Notes)}";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => "  " + line));
}
