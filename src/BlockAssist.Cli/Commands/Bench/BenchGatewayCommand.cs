using System.CommandLine;
using BlockAssist.Cli.Bench;
using BlockAssist.Cli.Running;
using BlockAssist.Net.Gateway.Bench;

namespace BlockAssist.Cli.Commands.Bench;

/// <summary><c>blockassist bench gateway</c>: what many peers cost a hub, and how it stands more than it can do.</summary>
internal static class BenchGatewayCommand
{
    private const int Stages = 9;

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var peers = Ranged.Option("--peers", "How many peers.", 1000, (2, 4000));
        var seconds = Ranged.Option("--seconds", "Over how many seconds each kind of request is spread.", 10, (1, 600));
        var kibis = Ranged.Option("--update-kib", "How many KiB the model has, and each update.", 256, (1, 16_384));

        // The hub of the measurement, in a process of its own.
        var serve = new Option<bool>("--serve") { Hidden = true };
        var verb = new Verb(
            "gateway",
            "How long a hub takes over each kind of request of many peers, beside a lone one in the same run; how much memory a peer costs; and what others notice of peers that flood it. All is real but the training: identities, TLS 1.3, signatures, the log, blobs.",
            new Example("blockassist bench gateway", "1,000 peers; takes about two minutes"),
            new Example("blockassist bench gateway --peers 50 --seconds 1 --json", "quick, for a program")) { peers, seconds, kibis, serve };
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            var clock = context.Surroundings.Clock;
            var benchmark = new GatewayBenchmark(clock)
            {
                Peers = parsed.GetValue(peers),
                Spread = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                UpdateBytes = parsed.GetValue(kibis) << 10,
            };
            if (parsed.GetValue(serve))
            {
                await using var served = await BenchHub.StartAsync(benchmark.Training, benchmark.UpdateBytes, clock, cancellation);
                await context.Surroundings.Out.WriteLineAsync($"{served.Address}");
                await context.Surroundings.In.ReadToEndAsync(cancellation);
                return ExitCode.Done;
            }

            string[] words = ["bench", "gateway", "--serve", "--peers", $"{benchmark.Peers}", "--seconds", $"{parsed.GetValue(seconds)}", "--update-kib", $"{parsed.GetValue(kibis)}"];
            using var hub = await BenchHubProcess.StartAsync(words, cancellation);
            var load = context.WithProgress("peers ask", Stages, meter => benchmark.RunAsync(
                hub.Address,
                () => hub.Memory,
                what =>
                {
                    context.Log.Debug("Now: {What}", what);
                    meter.Advance();
                },
                cancellation).GetAwaiter().GetResult());
            context.Output.Result(load, GatewayJson.Default.GatewayLoad, GatewayTables.Of);
            return ExitCode.Done;
        });
        return verb;
    }
}
