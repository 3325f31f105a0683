namespace BlockAssist.Simulation.Building;

/// <summary>Counts what happens in an episode, as MBAG's evaluation does: in all, and up to each full minute.</summary>
/// <remarks>A minute is counted in steps, by the time that a step is meant to take.</remarks>
/// <param name="site">The site; tell <see cref="Add"/> of each of its steps.</param>
/// <param name="secondsPerStep">The time that one step is meant to take.</param>
public sealed class EpisodeMetrics(BuildSite site, double secondsPerStep = EpisodeMetrics.PaperSecondsPerStep)
{
    /// <summary>The time between two actions of an assistant in the paper's study, in seconds.</summary>
    public const double PaperSecondsPerStep = 0.8;

    private readonly BuilderTally[] _tallies = [.. Enumerable.Range(0, site.BuilderCount).Select(_ => new BuilderTally())];
    private readonly List<EpisodeScore> _minutes = [];
    private double _reward;

    /// <summary>How many steps were counted.</summary>
    public int Steps { get; private set; }

    /// <summary>The score at each full minute up to the horizon, minute 0 being the first step; held once the episode is over.</summary>
    public IEnumerable<EpisodeScore> Minutes =>
        _minutes.Concat(Enumerable.Repeat(Total, Math.Max(0, 1 + MinuteOf(site.Options.Horizon) - _minutes.Count)));

    /// <summary>The score now.</summary>
    public EpisodeScore Total => new(
        site.GoalSimilarity,
        site.Size.Volume - site.GoalSimilarity,
        site.GoalPercentageOf(0),
        _reward,
        [.. _tallies.Select(tally => tally.Freeze())]);

    /// <summary>Counts the step that the site has just made.</summary>
    public void Add(ReadOnlySpan<BuilderAction> wanted, ReadOnlySpan<Deed> deeds)
    {
        for (var builder = 0; builder < _tallies.Length; builder++)
        {
            var deed = deeds[builder];
            _tallies[builder].Add(wanted[builder], deed, deed.Action.Type == ActionType.Break && site.IsPalette(deed.Action.Cell));
        }

        _reward += deeds[0].Reward;
        Steps++;
        if (MinuteOf(Steps) == _minutes.Count)
        {
            _minutes.Add(Total);
        }
    }

    private int MinuteOf(int step) => (int)Math.Floor(step * secondsPerStep / 60);
}
