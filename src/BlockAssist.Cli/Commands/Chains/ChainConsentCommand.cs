using System.CommandLine;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Chains;

/// <summary><c>blockassist chain consent</c>: whether contributions are recorded.</summary>
internal static class ChainConsentCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var answer = new Argument<string?>("yes|no") { Description = "Whether they are; without it, what was said.", Arity = ArgumentArity.ZeroOrOne };
        answer.AcceptOnlyFromAmong("yes", "no");
        var verb = new Verb(
            "consent",
            "Whether what you contribute is recorded. Only digests are: of sessions and rounds, by your account. No play leaves the machine by it. The game asks once; here it is changed.",
            new Example("blockassist chain consent yes", "from now on, and what was contributed before"),
            new Example("blockassist chain consent no", "nothing more; what is on a chain stays there"))
        {
            answer,
        };
        verb.Runs((parsed, context, _) =>
        {
            if (parsed.GetValue(answer) is { } said)
            {
                new Consent(said == "yes", context.Surroundings.Clock.GetUtcNow()).Keep(context.Home);
            }

            context.Output.Result(new ConsentReport(Consent.In(context.Home)?.Records), ContributingJson.Default.ConsentReport, Sentence);
            return ExitCode.Done;
        });
        return verb;
    }

    private static string Sentence(ConsentReport said) => said.Records switch
    {
        true => "What you contribute is recorded: blockassist chain status.",
        false => "Nothing that you contribute is recorded.",
        null => "You have not been asked yet; until then nothing is recorded.",
    };
}
