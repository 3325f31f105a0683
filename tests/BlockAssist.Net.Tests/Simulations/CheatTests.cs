using BlockAssist.Net.Simulations;
using BlockAssist.Net.Simulations.People;
using BlockAssist.Net.Simulations.Reports;

namespace BlockAssist.Net.Tests.Simulations;

/// <summary>Every kind of cheat among honest peers: it is out, or gains nothing.</summary>
public sealed class CheatTests
{
    private const int Trusted = 60;

    [Theory]
    [InlineData(PeerKind.Lazy, 0)]
    [InlineData(PeerKind.Forging, 0)]
    [InlineData(PeerKind.Copying, 0)]
    [InlineData(PeerKind.Slandering, 0)]
    [InlineData(PeerKind.Colluding, 0)]
    [InlineData(PeerKind.Lazy, Trusted)]
    [InlineData(PeerKind.Forging, Trusted)]
    [InlineData(PeerKind.Copying, Trusted)]
    [InlineData(PeerKind.Slandering, Trusted)]
    [InlineData(PeerKind.Colluding, Trusted)]
    public void Who_claims_what_is_not_so_is_soon_out_and_keeps_nothing(PeerKind kind, int standing)
    {
        var report = Play(kind, standing, rounds: 5);
        var cheats = report.Kinds.Single(one => one.Kind == kind);

        Assert.Equal((2, 0), (cheats.Out, cheats.Credit));
        Assert.Empty(report.WronglyOut);
    }

    [Theory]
    [InlineData(PeerKind.Silent, 0)]
    [InlineData(PeerKind.Silent, Trusted)]
    [InlineData(PeerKind.SignFlip, 0)]
    [InlineData(PeerKind.SignFlip, Trusted)]
    [InlineData(PeerKind.LabelFlip, 0)]
    [InlineData(PeerKind.Stale, 0)]
    public void What_is_not_shown_or_does_not_help_brings_less_than_honest_work(PeerKind kind, int standing)
    {
        var report = Play(kind, standing, rounds: 5);

        Assert.InRange(report.Kinds.Single(one => one.Kind == kind).AgainstHonest!.Value, 0, 0.9);
        Assert.Empty(report.WronglyOut);
        Assert.Equal(1, report.Kinds.Single(one => one.Kind == PeerKind.Honest).AgainstHonest!.Value, 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Trusted)]
    public void Whoever_falls_into_many_identities_gets_no_more_for_a_step_and_takes_nothing_from_others(int standing)
    {
        var report = SomeSimulation.Of(new SimulationOptions
        {
            Peers = 6,
            Attackers = 0.34,
            Kind = PeerKind.Sybil,
            Identities = 30,
            Standing = standing,
            Rounds = 2,
        });
        var honest = report.Kinds.Single(one => one.Kind == PeerKind.Honest);

        Assert.InRange(report.Kinds.Single(one => one.Kind == PeerKind.Sybil).AgainstHonest!.Value, 0, 1);
        Assert.DoesNotContain("Implausible", honest.Reasons.Keys);
    }

    private static SimulationReport Play(PeerKind kind, int standing, int rounds) => SomeSimulation.Of(new SimulationOptions
    {
        Peers = 8,
        Attackers = 0.25,
        Kind = kind,
        Standing = standing,
        HubVerifiers = 0,
        Rounds = rounds,
    });
}
