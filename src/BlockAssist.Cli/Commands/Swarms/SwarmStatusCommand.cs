using BlockAssist.Cli.Commands.Keys;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;

namespace BlockAssist.Cli.Commands.Swarms;

/// <summary><c>blockassist swarm status</c>: asks the hub where the swarm is.</summary>
internal static class SwarmStatusCommand
{
    // A connection each time.
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(5);

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var passphrase = KeyInput.PassphraseFile("opens the identity");
        var watch = WatchInput.Create();
        var verb = new Verb(
            "status",
            "Which swarm this node is in, and where that is: asks its hub. What this node does in it says node status.",
            new Example("blockassist swarm status --json", "for machines"),
            new Example("blockassist swarm status --watch", "stays on the screen, and new"))
        {
            watch, passphrase,
        };
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            var settings = SwarmFolder.Of(context.Home).Settings();
            using var identity = KeyInput.OpenIdentity(parsed.GetValue(passphrase), context, cancellation);
            if (parsed.GetValue(watch))
            {
                await context.Output.ResultLiveAsync(() => AskAsync(settings, identity, context, cancellation), SwarmNodeJson.Default.SwarmReport, SwarmTables.Of, BetweenQuestions, cancellation);
                return ExitCode.Done;
            }

            var report = await AskAsync(settings, identity, context, cancellation);
            context.Output.Result(report, SwarmNodeJson.Default.SwarmReport, SwarmView.Sentence);
            return report.Trouble is null ? ExitCode.Done : ExitCode.Failed;
        });
        return verb;
    }

    private static async Task<SwarmReport> AskAsync(SwarmSettings settings, PeerIdentity identity, CommandContext context, CancellationToken cancellation)
    {
        var address = settings.Own is { } own ? own.Here(identity.Id) : SwarmAddress.Parse(settings.Hub!);
        var report = new SwarmReport(settings.Network, address.ToString(), settings.Own is not null);
        try
        {
            return report.With(await SwarmView.AskAsync(address, identity, context.Surroundings.Clock, cancellation));
        }
        catch (HttpRequestException error)
        {
            return report with { Trouble = settings.Own is null ? error.Message : "the hub does not run; start it with blockassist node run" };
        }
    }
}
