using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Policies;

/// <summary>Is told of every step of a run: a recorder, a counter of metrics.</summary>
public interface IRunVisitor
{
    /// <summary>A step was made.</summary>
    /// <param name="site">The site after it.</param>
    /// <param name="actions">What each builder wanted to do; borrowed, valid during the call.</param>
    /// <param name="deeds">What became of it; borrowed likewise.</param>
    void Visit(BuildSite site, ReadOnlySpan<BuilderAction> actions, ReadOnlySpan<Deed> deeds);
}
