using BlockAssist.Cli.Swarm.Studies.Learning;
using BlockAssist.Cli.Swarm.Studies.Simulated;

namespace BlockAssist.Cli.Swarm.Studies;

/// <summary>The studies that there are.</summary>
internal static class SwarmStudies
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IStudy> All { get; } =
    [
        new ParityStudy(),
        new LossStudy(),
        new OuterStudy(),
        new TrafficStudy(),
        new AttackStudy(),
        new CheatsStudy(),
        new VerdictsStudy(),
        new GateStudy(),
        new EconomyStudy(),
        new LoadStudy(),
        new MixingStudy(),
    ];
}
