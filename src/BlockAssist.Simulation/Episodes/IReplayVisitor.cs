using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Episodes;

/// <summary>Looks on while an episode is played again.</summary>
public interface IReplayVisitor
{
    /// <summary>A step is about to be made: the site is what the builders saw when they chose.</summary>
    void Before(BuildSite site, in ReplayStep moment);

    /// <summary>The step was made.</summary>
    void After(BuildSite site, in ReplayStep moment, ReadOnlySpan<Deed> deeds);
}
