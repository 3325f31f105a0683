using BlockAssist.Cli.Running;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Swarm;

/// <summary>What a hub's operator has settled, as the node's settings say now: workers, and a model to go back to.</summary>
/// <param name="folder">Where the settings are.</param>
/// <param name="clock">The clock.</param>
internal sealed class OwnSwarmNow(SwarmFolder folder, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private OwnSwarm? _known;
    private long? _looked;

    /// <summary>The workers whom it has admitted.</summary>
    public IReadOnlyList<PeerId> Workers() => [.. (Look()?.Workers ?? []).Where(text => PeerId.TryParse(text, out _)).Select(PeerId.Parse)];

    /// <summary>The model that a round is to begin with, if it is an older one.</summary>
    public BlobId? GoesBack(ulong round) => Look()?.Rollback is { } rollback && rollback.Round == round && BlobId.TryParse(rollback.Model, out var model) ? model : null;

    private OwnSwarm? Look()
    {
        lock (_lock)
        {
            if (_looked is not { } looked || clock.GetElapsedTime(looked) > BetweenLooks)
            {
                _known = Read() ?? _known;
                _looked = clock.GetTimestamp();
            }

            return _known;
        }
    }

    // Who edits the file by hand may be in the middle of it: what was known before holds.
    private OwnSwarm? Read()
    {
        try
        {
            return folder.Settings().Own;
        }
        catch (Exception error) when (error is ForeseenException or IOException)
        {
            return null;
        }
    }
}
