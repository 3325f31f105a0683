using BlockAssist.Cli.Dashboard.Pages;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Dashboard.Sources;

/// <summary>What a node was credited by its swarm.</summary>
/// <param name="home">The home.</param>
/// <param name="now">What the node last said.</param>
internal sealed class CreditSource(NodeHome home, NowSource now)
{
    private readonly Lock _lock = new();
    private (FileStamp Swarm, PeerId Peer, OwnCredit Credit)? _known;

    /// <summary>Looks.</summary>
    public CreditPage Read()
    {
        var faults = new Faults();
        var status = now.Status(faults);
        lock (_lock)
        {
            return new CreditPage(faults.Try(() => Credit()?.Report(status?.Round ?? 0), null), status?.Credits ?? []) { Faults = faults.Lines };
        }
    }

    // Each record is read once, as long as the node stays who it is.
    private OwnCredit? Credit()
    {
        var (folder, identity) = (SwarmFolder.Of(home), new IdentityFile(home.Identity));
        if (!identity.Exists || !File.Exists(folder.SettingsFile))
        {
            return null;
        }

        var (swarm, peer) = (FileStamp.Of(folder.SettingsFile), identity.Read().Peer);
        if (_known is not { } known || known.Swarm != swarm || known.Peer != peer)
        {
            _known = (swarm, peer, OwnCredit.In(folder, peer));
        }

        return _known.Value.Credit;
    }
}
