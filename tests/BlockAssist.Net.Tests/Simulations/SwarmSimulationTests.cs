using BlockAssist.Net.Simulations;
using BlockAssist.Net.Simulations.People;

namespace BlockAssist.Net.Tests.Simulations;

/// <summary>Swarms in virtual time.</summary>
public sealed class SwarmSimulationTests(ITestOutputHelper output)
{
    [Fact]
    public void The_same_seed_comes_to_the_same_report_and_another_one_does_not()
    {
        var options = new SimulationOptions
        {
            Attackers = 0.25,
            Kind = PeerKind.Lazy,
        };

        var (one, again, other) = (SomeSimulation.Of(options), SomeSimulation.Of(options), SomeSimulation.Of(options with { Seed = 2 }));
        output.WriteLine(SomeSimulation.Told(one));
        output.WriteLine(one.Cost!.ToString());

        Assert.Equal(SomeSimulation.Told(one), SomeSimulation.Told(again));
        Assert.NotEqual(SomeSimulation.Told(one), SomeSimulation.Told(other));
    }
}
