using BlockAssist.Simulation.Building;

namespace BlockAssist.Learner.Policies;

/// <summary>Decides for the first builder of each of several sites, all at once.</summary>
/// <remarks>Belongs to one thread.</remarks>
public interface IPolicyGroup : IDisposable
{
    /// <summary>Forgets all about a site, before a new episode on it.</summary>
    /// <param name="site">Its number in the group.</param>
    /// <param name="seed">Fixes what is done there, given what is seen.</param>
    void Begin(int site, ulong seed);

    /// <summary>Chooses an action for each site; a no-op where the episode is over.</summary>
    /// <param name="sites">The sites; as many as the group is for, or fewer.</param>
    /// <param name="actions">Where to, site by site.</param>
    void Act(ReadOnlySpan<BuildSite> sites, Span<BuilderAction> actions);
}
