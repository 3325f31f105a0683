using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Learner.Tests.Policies;

public sealed class HumanPolicyGroupTests : IDisposable
{
    private readonly ServedModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Each_site_is_built_on_as_by_a_policy_of_its_own()
    {
        using var group = new HumanPolicyGroup(_model.Engine, 4);
        BuildSite[] sites = [ServedModel.Site(1), ServedModel.Site(2), ServedModel.Site(3)];
        BuildSite[] twins = [ServedModel.Site(1), ServedModel.Site(2), ServedModel.Site(3)];
        HumanPolicy[] policies = [.. Enumerable.Range(0, 3).Select(site => new HumanPolicy(_model.Engine, 10 + (ulong)site))];
        Begin(group, 3);

        for (var step = 0; step < 100; step++)
        {
            var actions = Step(group, sites);
            for (var site = 0; site < 3; site++)
            {
                Assert.Equal(policies[site].Act(twins[site].Observe(0)), actions[site]);
                twins[site].Step(actions.AsSpan(site, 1), new Deed[1]);
            }
        }

        Array.ForEach(policies, policy => policy.Dispose());
    }

    [Fact]
    public void A_site_whose_episode_is_over_is_left_alone_and_may_begin_anew()
    {
        using var group = new HumanPolicyGroup(_model.Engine, 2);
        BuildSite[] sites = [ServedModel.Site(1, horizon: 30), ServedModel.Site(2)];
        Begin(group, 2);
        BuilderAction[] first = [.. Enumerable.Range(0, 30).Select(_ => Step(group, sites)[0])];

        Assert.Equal(BuilderAction.Noop, Act(group, sites)[0]);

        sites[0].Reset(ServedModel.House(1));
        group.Begin(0, 10);
        Assert.Equal(first, Enumerable.Range(0, 30).Select(_ => Step(group, sites)[0]));
    }

    [Fact]
    public void A_turn_allocates_nothing()
    {
        using var group = new HumanPolicyGroup(_model.Engine, 3);
        BuildSite[] sites = [ServedModel.Site(1), ServedModel.Site(2)];
        var actions = new BuilderAction[2];
        Begin(group, 2);
        group.Act(sites, actions);

        Assert.Equal(0, Garbage.Of(() =>
        {
            for (var turn = 0; turn < 50; turn++)
            {
                group.Act(sites, actions);
            }
        }));
    }

    private static void Begin(HumanPolicyGroup group, int sites)
    {
        for (var site = 0; site < sites; site++)
        {
            group.Begin(site, 10 + (ulong)site);
        }
    }

    private static BuilderAction[] Act(HumanPolicyGroup group, BuildSite[] sites)
    {
        var actions = new BuilderAction[sites.Length];
        group.Act(sites, actions);
        return actions;
    }

    private static BuilderAction[] Step(HumanPolicyGroup group, BuildSite[] sites)
    {
        var actions = Act(group, sites);
        for (var site = 0; site < sites.Length; site++)
        {
            if (!sites[site].IsOver)
            {
                sites[site].Step(actions.AsSpan(site, 1), new Deed[1]);
            }
        }

        return actions;
    }
}
