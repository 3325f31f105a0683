using System.Text.Json;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Tests.Swarm;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Rounds;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Tests.Dashboard;

/// <summary>What a dashboard tells of the node in its swarm.</summary>
public sealed class SwarmSubjectTests
{
    private const string Network = "friends";

    [Fact]
    public async Task What_the_node_does_is_told_and_that_it_does_not_run_once_its_process_is_gone()
    {
        await using var dash = await DashedHome.StartAsync();
        var self = Join(dash);
        Write(dash, self, Environment.ProcessId);
        var running = (await dash.GetAsync("now")).GetProperty("node");
        Write(dash, self, int.MaxValue);
        var gone = (await dash.GetAsync("now")).GetProperty("node");
        var machine = await dash.GetAsync("machine");

        Assert.True(running.GetProperty("isRunning").GetBoolean());
        Assert.Equal("trains, 3 of 8 segments", running.GetProperty("doing").GetString());
        Assert.Equal((3, 8), (running.GetProperty("segmentsDone").GetInt32(), running.GetProperty("segments").GetInt32()));
        Assert.Equal(PeerName.Of(self.Id), running.GetProperty("peer").GetString());
        Assert.False(gone.GetProperty("isRunning").GetBoolean());
        Assert.Equal(JsonValueKind.Null, machine.GetProperty("node").ValueKind);
        Assert.Equal(5 << 20, machine.GetProperty("trafficBudget").GetInt64());
    }

    [Fact]
    public async Task How_busy_the_node_is_is_known_from_the_second_look_on()
    {
        await using var dash = await DashedHome.StartAsync();
        Write(dash, Join(dash), Environment.ProcessId);

        var (first, second) = ((await dash.GetAsync("machine")).GetProperty("node"), (await dash.GetAsync("machine")).GetProperty("node"));

        Assert.Equal(JsonValueKind.Null, first.GetProperty("cores").ValueKind);
        Assert.True(second.GetProperty("cores").GetDouble() >= 0);
        Assert.True(second.GetProperty("memory").GetInt64() > 0);
    }

    [Fact]
    public async Task A_process_that_got_the_number_later_is_not_the_node()
    {
        await using var dash = await DashedHome.StartAsync();
        Write(dash, Join(dash), Environment.ProcessId, since: DateTimeOffset.UnixEpoch);

        var node = (await dash.GetAsync("now")).GetProperty("node");

        Assert.False(node.GetProperty("isRunning").GetBoolean());
    }

    [Fact]
    public async Task A_node_and_a_game_can_take_their_locks_at_any_moment_while_they_are_looked_at()
    {
        await using var dash = await DashedHome.StartAsync();
        Write(dash, Join(dash), Environment.ProcessId);
        var looks = Task.Run(async () =>
        {
            for (var look = 0; look < 50; look++)
            {
                await dash.GetAsync("now");
                await dash.GetAsync("machine");
            }
        }, TestContext.Current.CancellationToken);

        do
        {
            using var node = HeldFile.TryTake(SwarmFolder.Of(dash.Home).LockFile);
            using var game = HeldFile.TryTake(dash.Home.Playing);
            Assert.NotNull(node);
            Assert.NotNull(game);
        }
        while (!looks.IsCompleted);

        await looks;
    }

    [Fact]
    public async Task Rounds_are_told_by_the_records_that_the_hub_has_signed_and_by_no_others()
    {
        await using var dash = await DashedHome.StartAsync();
        var self = Join(dash);
        using var stranger = Somebody();
        var folder = SwarmFolder.Of(dash.Home);
        SomeRecord.Write(folder.RecordOf(1), Whole(1, self.Id, stranger.Id), self, Network);
        SomeRecord.Write(folder.RecordOf(2), Whole(2, self.Id, stranger.Id), stranger, Network);
        SomeRecord.Write(folder.RecordOf(3), SomeRecord.Of(3, null, self.Id), self, Network);

        var page = await dash.GetAsync("rounds");
        var credit = await dash.GetAsync("credit");

        Assert.Equal(3, page.GetProperty("total").GetInt32());
        Assert.Contains("00000002", Assert.Single(page.GetProperty("faults").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Equal([3, 1], page.GetProperty("rounds").EnumerateArray().Select(one => one.GetProperty("round").GetInt32()));
        var round = page.GetProperty("rounds")[1];
        var work = round.GetProperty("work");
        Assert.Equal(PeerName.Of(self.Id), work[0].GetProperty("peer").GetString());
        Assert.True(work[0].GetProperty("isOwn").GetBoolean());
        Assert.Equal(["Trusted", "Refuted"], work.EnumerateArray().Select(one => one.GetProperty("reason").GetString()));
        Assert.Equal(0.75, work[0].GetProperty("weight").GetDouble());
        Assert.Equal(PeerName.Of(stranger.Id), Assert.Single(round.GetProperty("refuted").EnumerateArray()).GetString());
        Assert.Equal(600, credit.GetProperty("account").GetProperty("locked").GetDouble());
    }

    [Fact]
    public async Task The_curve_of_the_gate_and_the_merge_are_those_of_the_record()
    {
        await using var dash = await DashedHome.StartAsync();
        var self = Join(dash);
        using var stranger = Somebody();
        SomeRecord.Write(SwarmFolder.Of(dash.Home).RecordOf(1), Whole(1, self.Id, stranger.Id), self, Network);

        var round = (await dash.GetAsync("rounds")).GetProperty("rounds")[0];

        var gate = round.GetProperty("gate");
        Assert.Equal("Better", gate.GetProperty("verdict").GetString());
        Assert.Equal([0.5, 1.5, 3.25], gate.GetProperty("curve").EnumerateArray().Select(point => point.GetProperty("y").GetDouble()));
        Assert.Equal(new SequentialOptions().Upper, gate.GetProperty("upper").GetDouble());
        Assert.Equal("CenteredClip", round.GetProperty("merge").GetProperty("rule").GetString());
        Assert.Equal(0.125, round.GetProperty("merge").GetProperty("gain").GetDouble());
    }

    [Fact]
    public async Task Files_that_cannot_be_read_are_named_and_nothing_fails()
    {
        await using var dash = await DashedHome.StartAsync();
        Join(dash);
        File.WriteAllText(SwarmFolder.Of(dash.Home).StatusFile, "{");
        File.WriteAllText(SwarmFolder.Of(dash.Home).TrafficFile, "[]");

        var (now, machine, credit) = (await dash.GetAsync("now"), await dash.GetAsync("machine"), await dash.GetAsync("credit"));
        File.WriteAllText(SwarmFolder.Of(dash.Home).SettingsFile, """{ "network": "x", "hub": "no address", "own": null }""");
        var rounds = await dash.GetAsync("rounds");

        Assert.Contains("status.json", now.GetProperty("faults")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(2, machine.GetProperty("faults").GetArrayLength());
        Assert.Equal(1, credit.GetProperty("faults").GetArrayLength());
        Assert.Equal(1, rounds.GetProperty("faults").GetArrayLength());
    }

    // A hub of its own, which is not there to be asked.
    private static PeerIdentity Join(DashedHome dash)
    {
        using var phrase = RecoveryPhrase.Create();
        new IdentityFile(dash.Home.Identity).SaveWithKeyFile(phrase);
        SwarmFolder.Of(dash.Home).Keep(new SwarmSettings(Network, null, new OwnSwarm($"127.0.0.1:{LoopbackPort.Free()}", $"{BlobId.Of("base"u8)}", $"{BlobId.Of("recipe"u8)}")));
        return PeerIdentity.Of(phrase);
    }

    private static PeerIdentity Somebody()
    {
        using var phrase = RecoveryPhrase.Create();
        return PeerIdentity.Of(phrase);
    }

    private static void Write(DashedHome dash, PeerIdentity self, int process, DateTimeOffset? since = null)
    {
        var status = new NodeStatus
        {
            Process = process,
            Since = since ?? TimeProvider.System.GetUtcNow(),
            At = TimeProvider.System.GetUtcNow(),
            Network = Network,
            Peer = $"{self.Id}",
            Round = 4,
            Doing = "trains, 3 of 8 segments",
            Lease = new LeaseStatus(3, 8, TimeProvider.System.GetUtcNow()),
            BytesADay = 5 << 20,
        };
        AtomicFile.Write(SwarmFolder.Of(dash.Home).StatusFile, stream => JsonSerializer.Serialize(stream, status, SwarmNodeJson.Default.NodeStatus));
    }

    private static RoundRecord Whole(ulong round, PeerId self, PeerId stranger) => SomeRecord.Of(round, new CreditLine(self, CreditReason.Trusted, 600, 8, 100, 0.1, 0.75), self) with
    {
        Credits = [new CreditLine(stranger, CreditReason.Refuted, 0, 8, 100, 0, 0), new CreditLine(self, CreditReason.Trusted, 600, 8, 100, 0.1, 0.75)],
        Refuted = [stranger],
        IsPromoted = true,
        Merge = new MergeResult("CenteredClip", 2, [new MergedPeer(1, 2, 1, 1)]) { Gain = 0.125 },
        Gate = new GateResult($"{BlobId.Of("new"u8)}", $"{BlobId.Of("base"u8)}", GateVerdict.Better, 3, 0.05, [0.5, 1.5, 3.25], []),
    };
}
