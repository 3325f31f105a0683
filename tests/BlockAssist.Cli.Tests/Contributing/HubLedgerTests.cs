using System.Diagnostics;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Tests.Swarm;

namespace BlockAssist.Cli.Tests.Contributing;

/// <summary>A peer records what it contributes on the ledger of its hub, over the link that it has, and nobody needs a chain for it.</summary>
[Collection(TrainingInTurn.Name)]
public sealed class HubLedgerTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();
    private readonly NodeProcess _hub;
    private readonly NodeProcess _peer;

    public HubLedgerTests()
    {
        (_hub, _peer) = (Node("hub"), Node("peer"));
        foreach (var node in (NodeProcess[])[_hub, _peer])
        {
            node.MakeIdentity();
            node.Ask("chain", "consent", "yes");
        }
    }

    public void Dispose()
    {
        _hub.Dispose();
        _peer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_a_peer_contributes_is_on_the_ledger_of_its_hub_and_stays_its_own_while_that_is_away()
    {
        var port = LoopbackPort.Free();
        _hub.Ask("swarm", "init", "--name", "friends", "--fresh", "--listen", $"127.0.0.1:{port}");
        PlayedHome.Play(_hub.Home, 1);
        PlayedHome.Play(_peer.Home, 2);
        PlayedHome.Play(_peer.Home, 3);
        _hub.Run("blockassist", "node", "run");
        Await("the hub has begun", () => _hub.HasSaid("in round 1"));
        _peer.Ask("swarm", "join", $"127.0.0.1:{port}/{_hub.Peer}");

        Await("the peer's sessions are on the hub's ledger", () => _peer.Ask("chain", "send").GetProperty("landed").GetInt32() == 2);

        var (at, own) = (_peer.Ask("chain", "status"), _hub.Ask("chain", "status"));
        Assert.Equal(own.GetProperty("chainId").GetUInt64(), at.GetProperty("chainId").GetUInt64());
        Assert.NotEqual(own.GetProperty("account").GetString(), at.GetProperty("account").GetString());
        Assert.True(at.GetProperty("isConfirmed").GetBoolean());
        _hub.Kill();
        PlayedHome.Play(_peer.Home, 4);
        var away = _peer.Ask("chain", "status");
        Assert.Equal((1, 2), (away.GetProperty("queued").GetInt32(), away.GetProperty("landed").GetInt32()));
        Assert.Contains("127.0.0.1", away.GetProperty("trouble").GetString(), StringComparison.Ordinal);
        Restart();
        Await("the third session has landed", () => _peer.Ask("chain", "send").GetProperty("landed").GetInt32() == 3);

        // A hub that puts another ledger in the place of its own is noticed.
        _hub.Kill();
        File.Delete(ChainFolder.Of(_hub.Home).Ledger);
        Restart();
        Await("the peer has noticed", () => Refused().Contains("another ledger than it had", StringComparison.Ordinal));
    }

    private void Restart()
    {
        var before = _hub.TimesSaid("in round 1");
        _hub.Run("blockassist", "node", "run");
        Await("the hub goes on", () => _hub.TimesSaid("in round 1") > before);
    }

    private string Refused()
    {
        var run = CommandRun.Of(Verbs.All(), _peer.Home.Path, ["chain", "send"]).Result;
        return run.Error;
    }

    private NodeProcess Node(string name) => new(name, _folder.Path, (program, words) => new ProcessStartInfo(program, words));

    private void Await(string what, Func<bool> isSo) => _hub.Await(what, Longest, isSo);
}
