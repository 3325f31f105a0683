using System.Globalization;
using BlockAssist.Cli.Lifecycle;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Tests.Dashboard;
using BlockAssist.Cli.Tests.Lifecycle;
using BlockAssist.Cli.Tests.Swarm;

namespace BlockAssist.Cli.Tests.Soak;

/// <summary>All that runs for hours, for hours: what grows is found, and what is missing.</summary>
/// <remarks>Two hours, or as many minutes as <c>BLOCKASSIST_SOAK_MINUTES</c> says; the samples go to the file that <c>BLOCKASSIST_SOAK_FILE</c> names, as comma-separated values.</remarks>
public sealed class SoakTests(Browser browser, ITestOutputHelper output) : IClassFixture<Browser>
{
    private const int Peers = 8;
    private const int UsualMinutes = 120;

    // Of memory, a share of what it is an hour; what is below the least is noise of the collector.
    private const double MostGrowth = 0.05;
    private const double LeastGrowth = 8;
    private const double MostHandles = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Beginning = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan LongestRecording = TimeSpan.FromMinutes(15);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static TimeSpan Length => TimeSpan.FromMinutes(Environment.GetEnvironmentVariable("BLOCKASSIST_SOAK_MINUTES") is { Length: > 0 } minutes ? double.Parse(minutes, CultureInfo.InvariantCulture) : UsualMinutes);

    [Fact(Explicit = true)]
    public async Task Sessions_rounds_and_a_dashboard_for_hours_leak_nothing_and_miss_nothing()
    {
        using var swarm = new SoakSwarm(Peers);
        swarm.Begin();
        NodeProcess.Await(swarm.All, "the loop has begun", Beginning, () => LoopJournal.In(JournalIn(swarm)) is { Played.Count: > 0 });
        NodeProcess.Await(swarm.All, "every peer knows a round", Beginning, () => swarm.Peers.All(peer => peer.Status is { Round: > 0 }));
        await using var page = await browser.OpenAsync(swarm.Dashboard);

        var processes = await LookAsync(swarm, page);

        var reports = processes.Select(SoakReport.Of).ToList();
        output.WriteLine($"{SoakReport.Head}\n{string.Join('\n', reports.Select(report => report.Row()))}");
        await CheckRecordsAsync(swarm);
        Assert.Empty(page.Errors);
        Assert.All(reports, report =>
        {
            Assert.True(report.MemoryAnHour <= Math.Max(LeastGrowth, MostGrowth * report.Memory), $"memory grows: {report}");
            Assert.True(report.HandlesAnHour <= MostHandles, $"handles grow: {report}");
            Assert.True(report.ThreadsAnHour <= MostHandles, $"threads grow: {report}");
        });
    }

    private static async Task<List<SoakedProcess>> LookAsync(SoakSwarm swarm, SeenPage page)
    {
        var processes = swarm.All.Select(node => new SoakedProcess(node.Name, node.ProcessNumber)).ToList();
        using var file = Environment.GetEnvironmentVariable("BLOCKASSIST_SOAK_FILE") is { Length: > 0 } name ? new StreamWriter(name) { AutoFlush = true } : StreamWriter.Null;
        file.WriteLine("seconds,process,memory,handles,threads");
        using var client = new HttpClient();
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) is var at && at < Length)
        {
            Demand(swarm);
            Assert.Contains("\nblockassist_", await client.GetStringAsync(swarm.Metrics, Cancellation), StringComparison.Ordinal);
            foreach (var process in processes)
            {
                var seen = process.Look(at);
                file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{at.TotalSeconds:F0},{process.Name},{seen.Memory:F1},{seen.Handles},{seen.Threads}"));
            }

            Assert.Equal("live", await page.Page.EvaluateAsync<string>("() => document.getElementById('live').textContent"));
            await Task.Delay(Pause, Cancellation);
        }

        return processes;
    }

    // Whatever was closed before the end of the soak is with everybody, and on a ledger, once.
    private async Task CheckRecordsAsync(SoakSwarm swarm)
    {
        var last = RecordsOf(swarm.Hub).Rounds()[^1];
        NodeProcess.Await(swarm.All, $"all peers have the records until round {last}", LongestRecording, () => swarm.Peers.All(peer => RecordsOf(peer).Rounds() is [.., var known] && known >= last));
        foreach (var node in swarm.Peers.Prepend(swarm.Hub))
        {
            var records = RecordsOf(node);
            var rounds = records.Rounds();
            Assert.Equal(Enumerable.Range((int)rounds[0], rounds.Count).Select(number => (ulong)number), rounds);
            Assert.InRange(rounds[0], 1u, 2u);
            Assert.All(rounds, round => Assert.NotNull(records.Read(round)));
        }

        var expected = swarm.Peers.Prepend(swarm.Hub).SelectMany(node => RecordedWork.In(node.Home, until: last)).ToList();
        List<string> told = [];
        await AwaitAsync(swarm, $"{expected.Count} contributions are on the ledger", LongestRecording, async () =>
        {
            told = await RecordedWork.OnLedgerAsync(swarm.Hub.Home, Cancellation);
            return !Missing(expected, told).Any();
        });
        var now = swarm.Peers.Prepend(swarm.Hub).SelectMany(node => RecordedWork.In(node.Home)).CountBy(line => line).ToDictionary();
        Assert.All(told.CountBy(line => line), line => Assert.InRange(line.Value, 1, now.GetValueOrDefault(line.Key, 1)));
        output.WriteLine($"{last} rounds of {Peers} peers and the hub; {expected.Count} contributions of rounds, all on the ledger once; {told.Count} on the ledger with those of sessions and of rounds since");
        await CheckLoopAsync(swarm);
    }

    private async Task CheckLoopAsync(SoakSwarm swarm)
    {
        var played = LoopJournal.In(JournalIn(swarm))!;
        var home = new NodeHome(swarm.Loop.Home.Path).Scripted;
        var until = played.Rounds[^1].Number;
        var expected = RecordedWork.In(home, until: until);
        List<string> told = [];
        await AwaitAsync(swarm, "the contributions of the loop are on its ledger", LongestRecording, async () =>
        {
            told = await RecordedWork.OnLedgerAsync(home, Cancellation);
            return !Missing(expected, told).Any();
        });
        Assert.Equal(told.Distinct().Count(), told.Count);
        Assert.Equal(played.Played.Count, played.Played.Select(session => session.File).Distinct().Count(File.Exists));
        Assert.InRange(played.Lessons.Count, played.Played.Count - 1, played.Played.Count);
        Assert.InRange(played.Rounds.Count, played.Played.Count - 1, played.Played.Count);
        Assert.Equal((int)ExitCode.Interrupted, swarm.Loop.Terminate());
        var verified = await CommandRun.Of(Verbs.All(), home.Path, ["demos", "verify", "--json"]);
        Assert.Equal(0, verified.Json.GetProperty("mismatches").GetInt32());
        output.WriteLine($"{played.Played.Count} sessions, {played.Lessons.Count} lessons, {played.Rounds.Count} rounds of the loop, {told.Count} contributions on its ledger, each once; troubles: {string.Join("; ", played.Troubles)}");
    }

    private static IEnumerable<string> Missing(IEnumerable<string> expected, IEnumerable<string> told)
    {
        var left = told.CountBy(line => line).ToDictionary();
        return expected.CountBy(line => line).Where(line => left.GetValueOrDefault(line.Key) != line.Value).Select(line => line.Key);
    }

    private static SignedRecords RecordsOf(NodeProcess node) => SignedRecords.In(node.Folder, node.Peer);

    private static string JournalIn(SoakSwarm swarm) => Path.Combine(new NodeHome(swarm.Loop.Home.Path).Scripted.Path, "run.json");

    private static void Demand(SoakSwarm swarm)
    {
        foreach (var node in swarm.All)
        {
            node.Demand();
        }
    }

    private static async Task AwaitAsync(SoakSwarm swarm, string what, TimeSpan longest, Func<Task<bool>> isSo)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Demand(swarm);
            Assert.True(TimeProvider.System.GetElapsedTime(began) < longest, $"not within {longest}: {what}\n{string.Join('\n', swarm.All.Select(node => node.Tail()))}");
            await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        }
    }
}
