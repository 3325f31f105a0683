using BlockAssist.Cli.Dashboard.Pages;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Dashboard.Sources;

/// <summary>Segments that were trained again: by this node and, where it is the hub, by all.</summary>
/// <param name="home">The home.</param>
internal sealed class ReplaySource(NodeHome home)
{
    private const int Most = 500;

    private readonly ReplayLog _log = new(SwarmFolder.Of(home));

    /// <summary>Looks.</summary>
    public ReplaysPage Read(Paging paging)
    {
        var faults = new Faults();
        var self = faults.Try(() => new IdentityFile(home.Identity) is { Exists: true } identity ? $"{identity.Read().Peer}" : null, null);
        List<ReplayReport> all = [.. faults.Try(() => _log.Last(Most), []).Select(note => ReplayReport.Of(note, self)).OfType<ReplayReport>()];
        return new ReplaysPage(paging.Of(all), all.Count) { Faults = faults.Lines };
    }

    /// <summary>By what it is seen that there are more.</summary>
    public FileStamp Stamp() => FileStamp.OfAll(_log.Files);
}
