using BlockAssist.Learner.Data;

namespace BlockAssist.Learner.Leases;

/// <summary>Own demonstrations and clips of others as one set, from which windows are chosen by turns: what counts more is there more often.</summary>
/// <remarks>A function of what there is and the share alone. Peers that learn from each other's experience are those of SAPO (arXiv 2509.08721).</remarks>
public static class LeaseMix
{
    // More often own play is never there, however much others have.
    private const int MostTimes = 64;

    /// <summary>The set.</summary>
    /// <param name="own">Own demonstrations; may be nothing.</param>
    /// <param name="foreign">Those of others, the best first; may be nothing.</param>
    /// <param name="share">What share of the turns is to be of others, from 0 to less than 1; all of them where there is nothing of one's own, unless it is 0.</param>
    public static DemonstrationSet Of(DemonstrationSet own, DemonstrationSet foreign, double share)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(foreign);
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        if (share == 0 || foreign.Turns == 0)
        {
            return own;
        }

        return own.Turns == 0 ? foreign : Mix(own.Demonstrations, foreign.Demonstrations, own.Turns, TimesOfOwn(own, foreign, share), share / (1 - share));
    }

    // So often that all of others' has room, as far as a manifest has.
    private static int TimesOfOwn(DemonstrationSet own, DemonstrationSet foreign, double share)
    {
        var needed = Math.Ceiling(foreign.Turns * (1 - share) / (share * own.Turns));
        var most = Math.Min(LeaseManifest.MaxLines / 2 / own.Demonstrations.Count, int.MaxValue / 2 / own.Turns);
        return (int)Math.Clamp(needed, 1, Math.Clamp(most, 1, MostTimes));
    }

    private static DemonstrationSet Mix(IReadOnlyList<Demonstration> own, IReadOnlyList<Demonstration> foreign, int turns, int times, double ratio)
    {
        List<Demonstration> lines = [.. Enumerable.Repeat(own, times).SelectMany(all => all)];
        var wanted = Math.Min((double)turns * times * ratio, int.MaxValue - ((double)turns * times));
        var had = 0;
        for (var next = 0; lines.Count < LeaseManifest.MaxLines && foreign[next % foreign.Count] is var clip && had + (clip.Turns / 2.0) <= wanted; next++)
        {
            lines.Add(clip);
            had += clip.Turns;
        }

        return new DemonstrationSet(lines);
    }
}
