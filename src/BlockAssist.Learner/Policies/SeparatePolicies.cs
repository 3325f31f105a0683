using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Policies;

/// <summary>A group of policies that know nothing of each other: scripted builders, to be measured as a model is.</summary>
/// <param name="seat">Makes the policy of an episode from its seed.</param>
public sealed class SeparatePolicies(Func<ulong, IPolicy> seat) : IPolicyGroup
{
    private readonly Dictionary<int, IPolicy> _policies = [];

    /// <inheritdoc/>
    public void Begin(int site, ulong seed)
    {
        _policies[site] = seat(seed);
        _policies[site].Reset();
    }

    /// <inheritdoc/>
    public void Act(ReadOnlySpan<BuildSite> sites, Span<BuilderAction> actions)
    {
        for (var site = 0; site < sites.Length; site++)
        {
            actions[site] = sites[site].IsOver ? BuilderAction.Noop : _policies[site].Act(sites[site].Observe(0));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
