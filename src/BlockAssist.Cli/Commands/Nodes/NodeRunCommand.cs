using System.CommandLine;
using System.Net;
using BlockAssist.Cli.Commands.Keys;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Monitoring;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Net.Blobs.Buckets;
using BlockAssist.Net.Hub.Clusters;

namespace BlockAssist.Cli.Commands.Nodes;

/// <summary><c>blockassist node run</c>: takes part in the swarm until it is told to stop.</summary>
internal static class NodeRunCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var data = new Option<string[]>("--data")
        {
            Description = "Files or folders of episodes to learn from, to show to whoever verifies, and to offer to all as clips; by default the sessions that demos share names. Nothing else leaves the machine.",
            HelpName = "DIR...",
            AllowMultipleArgumentsPerToken = true,
        };
        var hidden = new Option<string[]>("--hidden")
        {
            Description = "For the hub: episodes that no peer has, by which updates are tried; by default play made up.",
            HelpName = "DIR...",
            AllowMultipleArgumentsPerToken = true,
        };
        var rounds = Ranged.Option("--rounds", "Ends after so many rounds; 0 for never.", 0, (0, 1_000_000));
        var threads = LearningInput.Threads();
        var hours = new Option<string?>("--hours") { Description = "Trains between these hours only, by the machine's clock: 22-7 is through the night.", HelpName = "FROM-UNTIL" };
        var whilePlaying = new Option<bool>("--while-playing") { Description = "Trains also while a game is played from the same home; otherwise it stops and goes on after it.", Arity = ArgumentArity.Zero };
        var budget = Ranged.Option("--mib-a-day", "How many MiB may go over the network in a day before it takes no more leases.", 1024, (1, 1 << 20));
        var foreign = Ranged.Option("--foreign-share", "What share of the turns that it learns from are of clips that other peers offer; 0 for none.", 0.25, (0, 0.9));
        foreign.HelpName = "SHARE";
        var cluster = new Option<string?>("--cluster")
        {
            Description = "For the hub: the server over which its silos on several machines find each other, and that keeps its logs: redis://HOST:PORT or postgres://USER@HOST:PORT/DATABASE. A password is better given in PGPASSWORD than here, where others of the machine see it. By default the hub has one silo, and needs none.",
            HelpName = "URL",
        };
        var silo = new Option<string>("--silo")
        {
            Description = "With --cluster: where this silo listens to the others; a private address, since who reaches it is trusted.",
            HelpName = "IP:PORT",
            DefaultValueFactory = _ => "127.0.0.1:11111",
        };
        var blobs = new Option<string?>("--blobs")
        {
            Description = "For the hub: the bucket behind the blobs of its machines, s3://BUCKET/PREFIX, so that each of them finds what came to another. Region, endpoint and keys are AWS_REGION, AWS_ENDPOINT_URL_S3, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the environment.",
            HelpName = "URL",
        };
        var dashboard = DashboardInput.Port();
        var calibration = CalibrationInput.Create();
        var status = new StatusInput();
        var passphrase = KeyInput.PassphraseFile("opens the identity");
        var verb = new Verb(
            "run",
            "Takes part in the swarm until Ctrl+C: trains leases, proves them, trains segments of others again, and lets a model play that was promoted. What was begun is gone on with.",
            new Example("blockassist node run", "learns from the sessions that demos share names"),
            new Example("blockassist node run --data episodes", "shares all of a folder, such as one of demos import"),
            new Example("blockassist node run --cluster postgres://keeper@10.0.0.5/swarm --silo 10.0.0.7:11111 --blobs s3://swarm/blobs", "one of several machines of a hub"))
        {
            data, hidden, rounds, hours, whilePlaying, budget, foreign, cluster, silo, blobs, dashboard, calibration, threads, status.Port, status.Listen, passphrase,
        };
        verb.TakesSettings();
        verb.Validators.Add(result =>
        {
            // It may hold a password, and is not repeated.
            if (result.GetValue(cluster) is { } given && !ClusterServer.TryParse(given, _ => null, out _))
            {
                result.AddError($"--cluster is no address of a server, expected {ClusterServer.Forms}");
            }

            if (result.GetValue(blobs) is { } named && !BucketAddress.TryParse(named, out _))
            {
                result.AddError($"'{named}' is no bucket, expected {BucketAddress.Form}");
            }

            if (result.GetValue(hours) is { } times && !TrainingTimes.TryParseHours(times, out _))
            {
                result.AddError($"'{times}' are no hours, expected two from 0 to 24 such as 22-7");
            }

            if (result.GetValue(silo) is { } place && !IPEndPoint.TryParse(place, out _))
            {
                result.AddError($"'{place}' is no place for a silo, expected IP:PORT");
            }
        });
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            var settings = SwarmFolder.Of(context.Home).Settings();
            var measured = CalibrationInput.Checked(parsed.GetValue(calibration));
            using var keys = KeyInput.OpenKeys(parsed.GetValue(passphrase), context, cancellation);
            TorchRuntime.Start(parsed.GetValue(threads));
            var ledger = settings.Own is not null && (parsed.GetValue(cluster) is null || KeepsLedger(context.Home)) ? new HubLedger(ChainFolder.Of(context.Home)) : null;
            var times = new TrainingTimes
            {
                WhilePlaying = parsed.GetValue(whilePlaying),
                Hours = parsed.GetValue(hours) is { } given && TrainingTimes.TryParseHours(given, out var found) ? found : null,
                BytesADay = (long)parsed.GetValue(budget) << 20,
            };
            var vitals = new NodeVitals(context.Surroundings.Clock) { BytesADay = times.BytesADay };
            var hub = new HubVitals(context.Surroundings.Clock);
            var reporter = new NodeReporter(context, vitals, () => new SharedSessions(context.Home).Files().Count, settings.Own is null ? null : hub, ledger);
            var node = new SwarmNode(context, keys.Identity, settings)
            {
                Shared = () => parsed.GetValue(data) is { Length: > 0 } paths ? DemonstrationSet.Open(paths) : new SharedSessions(context.Home).Open(),
                Hidden = In(parsed.GetValue(hidden)),
                ForeignShare = parsed.GetValue(foreign),
                Threads = parsed.GetValue(threads),
                Calibration = measured,
                Cluster = parsed.GetValue(cluster) is { } url ? new ClusterPlace(ClusterServer.Parse(url, context.Surroundings.Variable), IPEndPoint.Parse(parsed.GetRequiredValue(silo))) : null,
                Bucket = parsed.GetValue(blobs) is { } bucket ? BucketAddress.Parse(bucket) : null,
                Times = times,
                Rounds = parsed.GetValue(rounds),
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

    private static DemonstrationSet In(string[]? paths) => paths is { Length: > 0 } ? DemonstrationSet.Open(paths) : new DemonstrationSet([]);
}
