using BlockAssist.Chain.Outboxes;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Chains;

/// <summary><c>blockassist chain status</c>: where contributions go, and how far they are.</summary>
internal static class ChainStatusCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var verb = new Verb(
            "status",
            "Where contributions go, how far they are, and what the account has.",
            new Example("blockassist chain status", "also while a node runs"));
        verb.RunsAsync(async (_, context, cancellation) =>
        {
            using (var outbox = new Outbox(ChainFolder.Of(context.Home).Outbox))
            {
                new Collector(context).Collect(outbox);
            }

            context.Output.Result(await ChainView.OfAsync(context, cancellation), ContributingJson.Default.ChainReport, ChainTables.Of);
            return ExitCode.Done;
        });
        return verb;
    }
}
