using BlockAssist.Cli.Running;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>Asks a hub where its swarm is, and how a node in it does.</summary>
internal static class SwarmView
{
    /// <summary>Asks once.</summary>
    /// <exception cref="HttpRequestException">The hub cannot be reached, or is another one.</exception>
    public static async Task<Welcome> AskAsync(SwarmAddress address, PeerIdentity identity, TimeProvider clock, CancellationToken cancellation)
    {
        var writer = new EnvelopeWriter(identity, new NetworkId("unknown"), MessageKinds.FromPeers, clock);
        using var link = new SwarmLink(address, identity, writer, clock);
        return await link.WelcomeAsync(cancellation);
    }

    /// <summary>A swarm as a table says it.</summary>
    public static string Sentence(SwarmReport report)
    {
        var where = report.Coordinates ? $"coordinated here, others join by: blockassist swarm join {report.Hub}" : $"coordinated by {report.Hub}";
        var now = report.Trouble is { } trouble ? $"nothing more is known: {trouble}"
            : report.Stage == nameof(RoundStage.Closed) ? $"round {report.Round} opens when somebody asks for work; it begins with model {report.Model![..12]}"
            : report.Round is null ? ""
            : $"round {report.Round}: {report.Stage}, of model {report.Model![..12]}";
        return $"Swarm {report.Network}, {where}{(now.Length > 0 ? "\n" + now : "")}";
    }

    /// <summary>What a report says of a swarm whose hub has answered.</summary>
    public static SwarmReport With(this SwarmReport report, Welcome welcome) => report with
    {
        Round = welcome.Round,
        Stage = welcome.Stage.ToString(),
        Model = welcome.Base.ToString(),
    };

    /// <summary>What the node that runs in a folder last wrote.</summary>
    public static NodeReport NodeIn(SwarmFolder folder) => new(HeldFile.IsHeld(folder.LockFile), StatusIn(folder));

    /// <summary>What the node of a home last wrote, and what it has earned.</summary>
    public static NodeReport NodeIn(NodeHome home)
    {
        var (folder, identity) = (SwarmFolder.Of(home), new IdentityFile(home.Identity));
        var report = NodeIn(folder);
        return identity.Exists && File.Exists(folder.SettingsFile)
            ? report with { Credit = OwnCredit.In(folder, identity.Read().Peer).Report(report.Status?.Round ?? 0), LastReplay = LastReplayIn(folder, identity.Read().Peer) }
            : report;
    }

    /// <summary>What a node last wrote; null if nothing that can be read.</summary>
    /// <exception cref="NewerVersionException">A newer program wrote it.</exception>
    public static NodeStatus? TryStatusIn(SwarmFolder folder)
    {
        try
        {
            return StatusIn(folder);
        }
        catch (ForeseenException)
        {
            return null;
        }
    }

    private static ReplayReport? LastReplayIn(SwarmFolder folder, PeerId self) => new ReplayLog(folder).Last(1) is [var last] ? ReplayReport.Of(last, $"{self}") : null;

    private static NodeStatus? StatusIn(SwarmFolder folder)
    {
        try
        {
            return folder.Status.Read();
        }
        catch (System.Text.Json.JsonException error)
        {
            throw new ForeseenException($"{folder.StatusFile} cannot be read: {error.Message}", "Delete it; a node that runs writes it anew.");
        }
    }
}
