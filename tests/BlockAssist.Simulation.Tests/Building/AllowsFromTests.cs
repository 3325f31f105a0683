using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Tests.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Building;

public sealed class AllowsFromTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_allowed_from_where_one_stands_is_what_is_allowed(bool teleportation)
    {
        var options = new SiteOptions { Horizon = 60, Teleportation = teleportation, Builders = [new BuilderOptions(), new BuilderOptions()] };
        var site = new BuildSite(options, TestGoals.House(2, TestGoals.PaperSize));
        var runner = new PolicyRunner(site, new RandomValidPolicy(1), new LayerBuilder());
        var any = new SeededRandom(4);
        while (!site.IsOver)
        {
            runner.Step();
            var seen = site.Observe(0);
            for (var i = 0; i < 20; i++)
            {
                var edit = site.Actions.ActionAt(any.Next(ActionSpace.FirstPlace, site.Actions.FirstMove));

                Assert.Equal(seen.Allows(edit), seen.AllowsFrom(seen.Locations[0].Cell, edit));
            }
        }
    }
}
