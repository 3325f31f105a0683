using BlockAssist.Cli.Monitoring;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Tests.Dashboard;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Peers;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;

namespace BlockAssist.Cli.Tests.Swarm;

/// <summary>Who notes replays, and where they are told.</summary>
public sealed class NotedReplayTests : IDisposable
{
    private static readonly PeerId Ada = new(Enumerable.Repeat((byte)1, PeerId.Bytes).ToArray());
    private static readonly PeerId Bob = new(Enumerable.Repeat((byte)2, PeerId.Bytes).ToArray());

    private readonly TemporaryFolder _home = new();
    private readonly PeerIdentity _self;
    private readonly SwarmFolder _folder;
    private readonly ReplayLog _log;

    public NotedReplayTests()
    {
        using var phrase = RecoveryPhrase.Create();
        new IdentityFile(new NodeHome(_home.Path).Identity).SaveWithKeyFile(phrase);
        _self = PeerIdentity.Of(phrase);
        _folder = SwarmFolder.Of(new NodeHome(_home.Path));
        _folder.Keep(new SwarmSettings("friends", null, new OwnSwarm($"127.0.0.1:{LoopbackPort.Free()}", $"{BlobId.Of("base"u8)}", $"{BlobId.Of("recipe"u8)}")));
        _log = new ReplayLog(_folder);
    }

    public void Dispose()
    {
        _self.Dispose();
        _home.Dispose();
    }

    [Fact]
    public void A_node_notes_what_it_trains_again()
    {
        Watch().Report(new ReplayedSegment(Ada, 3, new ReplayFinding(ReplayOutcome.Different, "steps 2 to 3 lead elsewhere")) { Round = 5, Took = TimeSpan.FromSeconds(8.25) });

        var note = Assert.Single(_log.Last(5));
        Assert.Equal((5UL, $"{Ada}", 3, $"{_self.Id}", ReplayOutcome.Different), (note.Round, note.Trainer, note.Segment, note.Verifier, note.Outcome));
        Assert.Equal((8.25, null, "steps 2 to 3 lead elsewhere"), (note.Seconds, note.AnsweredAfter, note.Reason));
    }

    [Fact]
    public void A_hub_notes_what_others_find_and_leaves_its_own_to_its_node()
    {
        var watch = new HubWatch(DashedHome.ContextOf(_home.Path), _self.Id, _log, new HubVitals(TimeProvider.System));

        watch.Happened(5, new Replayed(DateTimeOffset.UnixEpoch, _self.Id, Ada, 1, ReplayOutcome.Same, 0), TimeSpan.FromSeconds(1));
        watch.Happened(5, new Replayed(DateTimeOffset.UnixEpoch, Bob, Ada, 2, ReplayOutcome.Undecided, 0), TimeSpan.FromSeconds(90));
        watch.Happened(5, new LeaseAsked(DateTimeOffset.UnixEpoch, Bob, 1), null);

        var note = Assert.Single(_log.Last(5));
        Assert.Equal(($"{Ada}", 2, $"{Bob}", ReplayOutcome.Undecided, 90.0), (note.Trainer, note.Segment, note.Verifier, note.Outcome, note.AnsweredAfter));
    }

    [Fact]
    public void A_hub_that_cannot_note_goes_on()
    {
        Directory.CreateDirectory(_folder.ReplayFile);
        var watch = new HubWatch(DashedHome.ContextOf(_home.Path), _self.Id, _log, new HubVitals(TimeProvider.System));

        watch.Happened(5, new Replayed(DateTimeOffset.UnixEpoch, Bob, Ada, 2, ReplayOutcome.Same, 0), null);
    }

    [Fact]
    public async Task The_status_of_a_node_tells_the_last_one()
    {
        var before = await CommandRun.Of(Verbs.All(), _home.Path, ["node", "status", "--json"]);
        Watch().Report(new ReplayedSegment(Ada, 3, new ReplayFinding(ReplayOutcome.Same, "the same")) { Round = 5, Took = TimeSpan.FromSeconds(8.25) });

        var (text, json) = (await CommandRun.Of(Verbs.All(), _home.Path, ["node", "status"]), await CommandRun.Of(Verbs.All(), _home.Path, ["node", "status", "--json"]));

        Assert.False(before.Json.TryGetProperty("lastReplay", out _));
        Assert.Contains($"Last trained again: segment 3 of {PeerName.Of(Ada)} in round 5 by this node: matches, took 8.2 s, at ", text.Out, StringComparison.Ordinal);
        Assert.Equal(PeerName.Of(_self.Id), json.Json.GetProperty("lastReplay").GetProperty("verifier").GetString());
    }

    private NodeWatch Watch()
    {
        var first = new NodeStatus { Process = 1, Since = DateTimeOffset.UnixEpoch, At = DateTimeOffset.UnixEpoch, Network = "friends", Peer = $"{_self.Id}" };
        return new NodeWatch(DashedHome.ContextOf(_home.Path), _folder, first) { Replays = _log };
    }
}
