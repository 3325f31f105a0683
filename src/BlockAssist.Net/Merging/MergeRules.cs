namespace BlockAssist.Net.Merging;

/// <summary>Which rule merges so many updates.</summary>
public static class MergeRules
{
    private const int FewestForMedian = 3;
    private const int FewestForClip = 5;

    /// <summary>The rule for a number of peers.</summary>
    /// <remarks>Of one or two nobody can tell who is off, so verification alone protects; of three or four the middle is safe from one; of more the clipped mean loses least of what honest ones learnt.</remarks>
    public static IMergeRule For(int peers) => peers switch
    {
        < FewestForMedian => new WeightedMean(),
        < FewestForClip => new CoordinateMedian(),
        _ => new CenteredClip(),
    };

    /// <summary>All rules, for comparison.</summary>
    public static IReadOnlyList<IMergeRule> All() => [new WeightedMean(), new CoordinateMedian(), new TrimmedMean(), new Krum(), new CenteredClip()];
}
