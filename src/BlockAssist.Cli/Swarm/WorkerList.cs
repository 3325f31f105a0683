using BlockAssist.Cli.Running;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Swarm;

/// <summary>The workers whom a hub has admitted, as the node's settings say now.</summary>
/// <param name="folder">Where the settings are.</param>
/// <param name="clock">The clock.</param>
internal sealed class WorkerList(SwarmFolder folder, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private HashSet<PeerId> _workers = [];
    private long? _looked;

    /// <summary>Who they are.</summary>
    public IReadOnlySet<PeerId> Now()
    {
        lock (_lock)
        {
            if (_looked is not { } looked || clock.GetElapsedTime(looked) > BetweenLooks)
            {
                _workers = Read() ?? _workers;
                _looked = clock.GetTimestamp();
            }

            return _workers;
        }
    }

    // Who edits the file by hand may be in the middle of it: what was known before holds.
    private HashSet<PeerId>? Read()
    {
        try
        {
            return [.. (folder.Settings().Own?.Workers ?? []).Where(text => PeerId.TryParse(text, out _)).Select(PeerId.Parse)];
        }
        catch (Exception error) when (error is ForeseenException or IOException)
        {
            return null;
        }
    }
}
