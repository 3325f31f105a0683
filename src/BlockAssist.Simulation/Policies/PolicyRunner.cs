using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Policies;

/// <summary>Lets policies build on a site, one for each of its builders.</summary>
/// <remarks>A step allocates nothing of its own. Belongs to one thread.</remarks>
public sealed class PolicyRunner
{
    private readonly IPolicy[] _policies;
    private readonly BuilderAction[] _actions;
    private readonly Deed[] _deeds;

    /// <summary>Seats the policies, in the order of the builders.</summary>
    public PolicyRunner(BuildSite site, params ReadOnlySpan<IPolicy> policies)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentOutOfRangeException.ThrowIfNotEqual(policies.Length, site.BuilderCount, nameof(policies));
        Site = site;
        _policies = policies.ToArray();
        _actions = new BuilderAction[policies.Length];
        _deeds = new Deed[policies.Length];
    }

    /// <summary>The site; its owner may reset it between runs.</summary>
    public BuildSite Site { get; }

    /// <summary>What each builder wanted to do in the last step.</summary>
    public ReadOnlySpan<BuilderAction> Actions => _actions;

    /// <summary>What became of it.</summary>
    public ReadOnlySpan<Deed> Deeds => _deeds;

    /// <summary>Plays from where the site is until the episode is over; the policies start afresh.</summary>
    /// <param name="visitor">Is told of every step.</param>
    /// <returns>How many steps were made.</returns>
    public int Run(IRunVisitor? visitor = null)
    {
        ResetPolicies();
        var steps = 0;
        for (; !Site.IsOver; steps++)
        {
            Step();
            visitor?.Visit(Site, _actions, _deeds);
        }

        return steps;
    }

    /// <summary>Makes every policy forget, before a new episode.</summary>
    public void ResetPolicies()
    {
        foreach (var policy in _policies)
        {
            policy.Reset();
        }
    }

    /// <summary>Asks every policy, each seeing the same site, and makes one step.</summary>
    public void Step()
    {
        for (var builder = 0; builder < _policies.Length; builder++)
        {
            _actions[builder] = _policies[builder].Act(Site.Observe(builder));
        }

        Site.Step(_actions, _deeds);
    }
}
