namespace BlockAssist.Net.Rounds;

/// <summary>Until when each of many is waited for, the nearest first.</summary>
internal sealed class DueList
{
    private readonly SortedSet<(DateTimeOffset Due, int Place)> _all = [];
    private readonly Dictionary<int, DateTimeOffset> _dues = [];

    /// <summary>The nearest; null if nobody is waited for.</summary>
    public DateTimeOffset? First => _all.Count > 0 ? _all.Min.Due : null;

    /// <summary>Sets until when one is waited for.</summary>
    /// <param name="place">Which.</param>
    /// <param name="due">Until when; null: it is not waited for.</param>
    public void Set(int place, DateTimeOffset? due)
    {
        if (_dues.Remove(place, out var before))
        {
            _all.Remove((before, place));
        }

        if (due is { } time)
        {
            _dues.Add(place, time);
            _all.Add((time, place));
        }
    }

    /// <summary>Takes out the nearest whose time is up; null if there is none.</summary>
    public int? Take(DateTimeOffset now)
    {
        if (First is not { } first || first > now)
        {
            return null;
        }

        var (_, place) = _all.Min;
        Set(place, null);
        return place;
    }
}
