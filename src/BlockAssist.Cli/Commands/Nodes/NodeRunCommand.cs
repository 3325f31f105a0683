using BlockAssist.Cli.Commands.Keys;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Monitoring;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Learner.Networks;

namespace BlockAssist.Cli.Commands.Nodes;

/// <summary><c>blockassist node run</c>: takes part in the swarm until it is told to stop.</summary>
internal static class NodeRunCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var input = new NodeRunInput();
        var dashboard = DashboardInput.Port();
        var calibration = CalibrationInput.Create();
        var status = new StatusInput();
        var passphrase = KeyInput.PassphraseFile("opens the identity");
        var verb = new Verb(
            "run",
            "Takes part in the swarm until Ctrl+C: trains leases, proves them, trains segments of others again, and lets a model play that was promoted. What was begun is gone on with.",
            new Example("blockassist node run", "learns from the sessions that demos share names"),
            new Example("blockassist node run --data episodes", "shares all of a folder, such as one of demos import"),
            new Example("blockassist node run --cluster postgres://keeper@10.0.0.5/swarm --silo 10.0.0.7:11111 --blobs s3://swarm/blobs", "one of several machines of a hub"));
        verb.Takes([.. input.Options, dashboard, calibration, status.Port, status.Listen, passphrase]);
        verb.TakesSettings();
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            var settings = SwarmFolder.Of(context.Home).Settings();
            var measured = CalibrationInput.Checked(parsed.GetValue(calibration));
            using var keys = KeyInput.OpenKeys(parsed.GetValue(passphrase), context, cancellation);
            TorchRuntime.Start(input.ThreadsIn(parsed));
            var (clock, cluster, times) = (context.Surroundings.Clock, input.ClusterIn(parsed, context.Surroundings), input.TimesIn(parsed));
            var ledger = settings.Own is not null && (cluster is null || KeepsLedger(context.Home)) ? new HubLedger(ChainFolder.Of(context.Home)) : null;
            var (vitals, hub) = (new NodeVitals(clock) { BytesADay = times.BytesADay }, new HubVitals(clock));
            var reporter = new NodeReporter(context, vitals, () => new SharedSessions(context.Home).Files().Count, settings.Own is null ? null : hub, ledger);
            var node = new SwarmNode(context, keys.Identity, settings)
            {
                Shared = input.SharedIn(parsed, context.Home),
                Hidden = input.HiddenIn(parsed),
                ForeignShare = input.ForeignShareIn(parsed),
                Threads = input.ThreadsIn(parsed),
                Calibration = measured,
                Cluster = cluster,
                Bucket = input.BucketIn(parsed),
                Times = times,
                Rounds = input.RoundsIn(parsed),
                Ledger = ledger,
                Vitals = vitals,
                Hub = hub,
            };
            await using var page = await DashboardInput.StartAsync(parsed.GetValue(dashboard), context, cancellation);
            await new NodeUpkeep(context, vitals, reporter, status.PlaceIn(parsed)).WhileAsync(stop => RunAsync(node, new Delivering(context, keys, ledger), stop), cancellation);
            context.Output.Result(SwarmView.NodeIn(context.Home), SwarmNodeJson.Default.NodeReport, NodeTables.Of);
            return ExitCode.Done;
        });
        return verb;
    }

    // Of several silos one has the ledger, and no other begins one.
    private static bool KeepsLedger(NodeHome home) => ChainFolder.Of(home) is var chain && (File.Exists(chain.Ledger) || chain.Settings() is not null);

    // The node is not stopped by whatever is in the way of its contributions.
    private static async Task RunAsync(SwarmNode node, Delivering contributions, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var delivering = contributions.RunAsync(end.Token);
        try
        {
            await node.RunUntilToldAsync(cancellation);
        }
        finally
        {
            await end.CancelAsync();
            await delivering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
