using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Gateway;

/// <summary>How many bytes a peer may still send this hour; so nobody pushes out what others have sent.</summary>
/// <param name="bytesAnHour">How many an hour.</param>
/// <param name="clock">What time it is.</param>
internal sealed class UploadAllowance(long bytesAnHour, TimeProvider clock)
{
    private readonly Dictionary<PeerId, long> _used = [];
    private readonly Lock _lock = new();
    private long _hour;

    /// <summary>Takes bytes off what a peer may send, before they come.</summary>
    /// <returns>Whether it may send so many.</returns>
    public bool TryTake(PeerId peer, long bytes)
    {
        lock (_lock)
        {
            var hour = clock.GetUtcNow().Ticks / TimeSpan.TicksPerHour;
            if (hour != _hour)
            {
                _used.Clear();
                _hour = hour;
            }

            var used = _used.GetValueOrDefault(peer);
            var isAllowed = bytes <= bytesAnHour - used;
            _used[peer] = isAllowed ? used + bytes : used;
            return isAllowed;
        }
    }

    /// <summary>Gives bytes back that did not come after all.</summary>
    public void GiveBack(PeerId peer, long bytes)
    {
        lock (_lock)
        {
            _used[peer] = Math.Max(0, _used.GetValueOrDefault(peer) - bytes);
        }
    }
}
