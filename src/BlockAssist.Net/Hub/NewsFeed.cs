using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Hub;

/// <summary>To whom something was said lately: so that of all who listen only those need be woken.</summary>
/// <param name="first">The first version; above all that an earlier feed of the same hub came to, so that who knows one of those is told that there is something for everybody.</param>
internal sealed class NewsFeed(long first)
{
    /// <summary>How far back it knows; who asks for more is told that there is something for everybody.</summary>
    public const int Kept = 1 << 14;

    private readonly Queue<PeerId?> _last = [];

    /// <summary>Rises with everything that is said.</summary>
    public long Version { get; private set; } = first;

    /// <summary>Something was said.</summary>
    /// <param name="to">To whom; null: to everybody.</param>
    public void Add(PeerId? to)
    {
        if (_last.Count == Kept)
        {
            _last.Dequeue();
        }

        _last.Enqueue(to);
        Version++;
    }

    /// <summary>For whom there is something new since a version.</summary>
    public News Since(long version)
    {
        var count = Version - version;
        if (count < 0 || count > _last.Count)
        {
            return new News(Version, true, []);
        }

        List<PeerId?> last = [.. _last.Skip(_last.Count - (int)count)];
        return last.Contains(null) ? new News(Version, true, []) : new News(Version, false, [.. last.OfType<PeerId>().Distinct()]);
    }
}
