using System.Globalization;
using System.Net.Http.Json;
using BlockAssist.Chain.Values;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Tests.Swarm;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Contributing;

/// <summary>A hub keeps rounds on a real node of Ethereum's kind: it deploys the contract, opens a round, confirms a peer, settles what the swarm's records credit, and the peer is paid.</summary>
public sealed class ChainKeepTests : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly PlayedHome _hub = new();
    private readonly PlayedHome _ada = new();
    private readonly MovedClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _hub.Dispose();
        _ada.Dispose();
    }

    [Fact]
    public async Task From_a_contract_to_money_in_the_account_of_a_peer()
    {
        using var node = await StartAsync();
        using var web = new HttpClient { BaseAddress = node.Address };
        foreach (var home in (PlayedHome[])[_hub, _ada])
        {
            await RunAsync(home, "key", "new", "--without-passphrase");
            await RunAsync(home, "chain", "consent", "yes");
            await ActAsync(home, async (_, keys) => await node.FundAsync(keys.Account.Address, Wei.ParseEther("10"), Cancellation));
        }

        await RunAsync(_hub, "swarm", "init", "--name", "friends", "--fresh", "--listen", $"127.0.0.1:{LoopbackPort.Free()}");
        var notYet = await RunAsync(_hub, "chain", "keep");
        var contract = (await RunAsync(_hub, "chain", "deploy", $"{node.Address}", "--confirmations", "1", "--json")).Json.GetProperty("contract").GetString()!;
        var kept = await RunAsync(_hub, "chain", "keep", "--pool", "1", "--credit", "0.01", "--attest", "--json");
        await UpkeepAsync(_hub);
        await RunAsync(_ada, "chain", "use", $"{node.Address}", "--contract", contract, "--confirmations", "1");
        var refused = await RunAsync(_ada, "chain", "keep");
        await UpkeepAsync(_ada);
        await UpkeepAsync(_hub);
        _ada.Play(1);
        var sent = await RunAsync(_ada, "chain", "send", "--json");

        Assert.Contains("a ledger of its own", notYet.Error, StringComparison.Ordinal);
        Assert.Equal(24, kept.Json.GetProperty("rounds").GetProperty("hours").GetDouble());
        Assert.Contains("ROUND_MANAGER_ROLE", refused.Error, StringComparison.Ordinal);
        Assert.Equal((1, true), (sent.Json.GetProperty("landed").GetInt32(), sent.Json.GetProperty("isConfirmed").GetBoolean()));

        await CreditAsync(rounds: 60, credit: 0.5);
        await MoveAsync(web, Day);
        await UpkeepAsync(_hub);
        await RunAsync(_hub, "chain", "keep", "--stop");
        var place = ChainFolder.Of(_hub.Home).Settings()!.Place;
        var withoutFile = await RunAsync(_ada, "chain", "claim", "--json");
        Directory.CreateDirectory(Path.GetDirectoryName(ChainFolder.Of(_ada.Home).SettlementOf(place, 1))!);
        File.Copy(ChainFolder.Of(_hub.Home).SettlementOf(place, 1), ChainFolder.Of(_ada.Home).SettlementOf(place, 1));
        var paid = await RunAsync(_ada, "chain", "claim", "--json");
        var profile = await RunAsync(_ada, "chain", "leaderboard", "--player", "me", "--json");

        // 60 rounds, of which 48 can still be lost, and the one in between.
        Assert.Equal(("0", 0), (withoutFile.Json.GetProperty("ether").GetString(), withoutFile.Json.GetProperty("lines").GetInt32()));
        Assert.Contains("ask the operator of the hub", withoutFile.Error, StringComparison.Ordinal);
        Assert.Equal(("0.055", 1), (paid.Json.GetProperty("ether").GetString(), paid.Json.GetProperty("lines").GetInt32()));
        var credit = Assert.Single(profile.Json.GetProperty("credits").EnumerateArray());
        Assert.Equal(Settlement.In(ChainFolder.Of(_hub.Home).SettlementOf(place, 1))!.Value.Digest.ToString(), credit.GetProperty("settlement").GetProperty("record").GetString());
        Assert.Null(ChainFolder.Of(_hub.Home).Settings()!.Rounds);
    }

    private async Task<LocalNode> StartAsync()
    {
        LocalNode? node = null;
        var verb = new Verb("start", "Starts a chain.");
        verb.RunsAsync(async (_, context, cancellation) =>
        {
            var program = await new LocalNodeProgram(ChainFolder.Of(context.Home)).FindAsync(context, cancellation);
            node = await LocalNode.StartAsync(program, LoopbackPort.Free(), state: null, TimeProvider.System, cancellation);
            return ExitCode.Done;
        });
        var run = await CommandRun.Of([verb], _hub.Path, ["start"]);
        Assert.SkipUnless(node is not null, run.Error.Trim());
        return node!;
    }

    private Task<CommandRun> RunAsync(PlayedHome home, params string[] words) =>
        CommandRun.Of(Verbs.All(), home.Path, words, surroundings => surroundings with { Clock = _clock });

    private Task UpkeepAsync(PlayedHome home) => ActAsync(home, async (context, keys) =>
    {
        using var chain = await NodeChain.OpenAsync(context, keys, Cancellation);
        var swarm = SwarmFolder.Of(context.Home);
        var records = File.Exists(swarm.SettingsFile) ? SignedRecords.In(swarm, keys.Identity.Id) : null;
        await new ChainUpkeep(context, chain, new ChainActs(chain.SenderOf(keys.Account, ChainFolder.Of(context.Home)), chain.Wait), keys.Identity, records).KeepAsync(Cancellation);
    });

    private async Task ActAsync(PlayedHome home, Func<CommandContext, NodeKeys, Task> act)
    {
        var verb = new Verb("act", "Does something with a node's keys.");
        verb.RunsAsync(async (_, context, _) =>
        {
            using var keys = NodeKeys.TryOpen(context.Home)!;
            await act(context, keys);
            return ExitCode.Done;
        });
        var run = await CommandRun.Of([verb], home.Path, ["act"], surroundings => surroundings with { Clock = _clock });
        Assert.True(run.Code == ExitCode.Done, run.Error);
    }

    private Task CreditAsync(ulong rounds, double credit) => ActAsync(_ada, (_, ada) => ActAsync(_hub, (context, hub) =>
    {
        var swarm = SwarmFolder.Of(context.Home);
        for (var round = 1UL; round <= rounds; round++)
        {
            var line = new CreditLine(ada.Identity.Id, CreditReason.Verified, credit, 10, 100, 0.5, 1);
            SomeRecord.Write(swarm.RecordOf(round), SomeRecord.Of(round, line, ada.Identity.Id), hub.Identity, swarm.Settings().Network);
        }

        return Task.CompletedTask;
    }));

    private async Task MoveAsync(HttpClient web, TimeSpan time)
    {
        _clock.Ahead += time;
        foreach (var (method, words) in (IEnumerable<(string, string[])>)[("evm_increaseTime", ["0x" + ((int)time.TotalSeconds).ToString("x", CultureInfo.InvariantCulture)]), ("evm_mine", [])])
        {
            using var answer = await web.PostAsJsonAsync((Uri?)null, new { jsonrpc = "2.0", id = 1, method, @params = words }, Cancellation);
            answer.EnsureSuccessStatusCode();
        }
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
