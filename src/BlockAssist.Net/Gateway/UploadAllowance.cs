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
    private long _usedByAll;

    /// <summary>How many bytes all peers together may send in an hour.</summary>
    public long BytesOfAll { get; init; } = long.MaxValue;

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
                (_hour, _usedByAll) = (hour, 0);
            }

            var used = _used.GetValueOrDefault(peer);
            var isAllowed = bytes <= bytesAnHour - used && bytes <= BytesOfAll - _usedByAll;
            if (isAllowed)
            {
                _used[peer] = used + bytes;
                _usedByAll += bytes;
            }

            return isAllowed;
        }
    }

    /// <summary>Gives bytes back that did not come after all.</summary>
    public void GiveBack(PeerId peer, long bytes)
    {
        lock (_lock)
        {
            // It may have begun in the hour before.
            var back = Math.Min(bytes, _used.GetValueOrDefault(peer));
            _used[peer] = _used.GetValueOrDefault(peer) - back;
            _usedByAll -= back;
        }
    }
}
