using System.ComponentModel;
using System.Diagnostics;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Dashboard.Pages;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Learner.Models;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Dashboard.Sources;

/// <summary>What a node does now.</summary>
/// <param name="home">Its home.</param>
/// <param name="sessions">Its sessions.</param>
/// <param name="canChange">Whether the dashboard has a token.</param>
/// <param name="clock">The clock.</param>
internal sealed class NowSource(NodeHome home, SessionSource sessions, bool canChange, TimeProvider clock)
{
    /// <summary>Looks.</summary>
    public NowPage Read()
    {
        var faults = new Faults();
        var models = faults.Try(() => new ModelRegistry(home.Models, clock).List(), []);
        return new NowPage
        {
            At = clock.GetUtcNow(),
            Node = Status(faults) is { } status ? Of(status) : null,
            Recording = faults.Try(() => sessions.Recording(faults), null),
            Sessions = faults.Try(sessions.Count, 0),
            Playing = [.. Enum.GetValues<ModelKind>().Select(kind => PlayingOf(kind, models))],
            Records = faults.Try(() => Consent.In(home)?.Records, null),
            CanChange = canChange,
            Faults = faults.Lines,
        };
    }

    /// <summary>What the node last wrote; null if it never did, or it cannot be read.</summary>
    public NodeStatus? Status(Faults faults) => faults.Try(() => SharedFile.TryRead(SwarmFolder.Of(home).Status), null);

    /// <summary>The process of a node; null if it does not run.</summary>
    /// <remarks>Its lock is left alone: whoever tries it holds it for a moment, in which the node might start.</remarks>
    public static Process? ProcessOf(NodeStatus status)
    {
        try
        {
            var process = Process.GetProcessById(status.Process);

            // Another one may have got its number since.
            if (!process.HasExited && process.StartTime.ToUniversalTime() <= status.Since.UtcDateTime.AddSeconds(1))
            {
                return process;
            }

            process.Dispose();
            return null;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    private static NodeNow Of(NodeStatus status)
    {
        using var process = ProcessOf(status);
        return new NodeNow(process is not null, status.Network, PeerId.TryParse(status.Peer, out var peer) ? PeerName.Of(peer) : status.Peer, status.Doing)
        {
            Since = status.Since,
            At = status.At,
            Round = status.Round > 0 ? status.Round : null,
            Trouble = status.Trouble,
            SegmentsDone = status.Lease?.Done,
            Segments = status.Lease?.Segments,
            Until = status.Lease?.Until,
            Replays = status.Replays,
            Clips = status.Clips,
        };
    }

    private static PlayingNow PlayingOf(ModelKind kind, IReadOnlyList<ModelEntry> models)
    {
        var playing = models.FirstOrDefault(model => model.Kind == kind && model.State == ModelState.Promoted);
        return new PlayingNow($"{kind}".ToLowerInvariant(), playing?.Hash, playing?.Note);
    }
}
