using BlockAssist.Net.Simulations;
using BlockAssist.Net.Simulations.Lines;
using BlockAssist.Net.Simulations.People;

namespace BlockAssist.Net.Tests.Simulations;

/// <summary>Swarms in virtual time.</summary>
public sealed class SwarmSimulationTests
{
    private static readonly SimulationOptions Small = new() { Peers = 8, Rounds = 2 };

    [Fact]
    public void The_same_seed_comes_to_the_same_report_and_another_one_does_not()
    {
        var options = Small with
        {
            Attackers = 0.25,
            Kind = PeerKind.Lazy,
            Lines = LineOptions.Rough,
            Sessions = SessionOptions.Rough,
        };

        var (one, again, other) = (SomeSimulation.Of(options), SomeSimulation.Of(options), SomeSimulation.Of(options with { Seed = 2 }));

        Assert.Equal(SomeSimulation.Told(one), SomeSimulation.Told(again));
        Assert.NotEqual(SomeSimulation.Told(one), SomeSimulation.Told(other));
    }

    [Fact]
    public void Honest_peers_are_all_credited_and_what_they_learn_is_promoted()
    {
        var report = SomeSimulation.Of(Small);

        Assert.All(report.Rounds, round => Assert.Equal((8, 8, 0, 0, true), (round.Leases, round.Credited, round.Refuted, round.Slanderers, round.Promoted)));
        Assert.Equal(1, Assert.Single(report.Kinds).AgainstHonest!.Value, 1e-9);
        Assert.InRange(report.VirtualTime, TimeSpan.FromMinutes(2 * 20), TimeSpan.FromHours(2));
        Assert.InRange(report.VerifyingShare, 0.01, 0.3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Who_comes_and_goes_on_bad_lines_with_a_wrong_clock_is_never_shut_out(ulong seed)
    {
        var report = SomeSimulation.Of(new SimulationOptions
        {
            Rounds = 2,
            HubVerifiers = 0,
            Lines = LineOptions.Rough,
            Sessions = SessionOptions.Rough,
            Seed = seed,
        });

        Assert.Equal(2, report.Rounds.Count);
        Assert.Empty(report.WronglyOut);
        Assert.True(report.Findings > 0);
    }

    // The word of a broken machine is worth no more than a slanderer's.
    [Fact]
    public void Who_finds_what_is_not_so_by_a_broken_machine_loses_the_dispute_and_the_trainer_does_not()
    {
        var report = SomeSimulation.Of(Small with { HubVerifiers = 0, Rounds = 1 }, faults: 0.1);

        Assert.True(report.Rounds[0].Slanderers > 0);
        Assert.Equal(0, report.Rounds[0].Refuted);
    }

    [Fact]
    public void Everything_that_is_sent_is_counted()
    {
        var report = SomeSimulation.Of(Small with { Rounds = 1 });
        var traffic = report.Traffic.ToDictionary(kind => kind.Kind);

        Assert.Equal((8, 8, 8), (traffic["commit"].Up, traffic["reveal"].Up, traffic["update"].Up));
        Assert.Equal(8, traffic["grant"].Down);
        Assert.True(traffic["evidence"].BytesUp > traffic["give evidence"].BytesUp);
        Assert.True(report.Handled >= traffic.Values.Where(kind => kind.Kind is "ask lease" or "commit" or "reveal" or "give evidence").Sum(kind => kind.Up) - report.Handled);
    }
}
