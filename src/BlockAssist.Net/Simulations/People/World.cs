using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Simulations.Clocks;
using BlockAssist.Net.Simulations.Hubs;
using BlockAssist.Net.Simulations.Learning;
using BlockAssist.Net.Simulations.Reports;

namespace BlockAssist.Net.Simulations.People;

/// <summary>What all who are simulated live in.</summary>
/// <param name="Time">The time.</param>
/// <param name="Hub">The hub.</param>
/// <param name="Learning">How all learn.</param>
/// <param name="Accomplices">What attackers know of each other.</param>
/// <param name="Network">The swarm.</param>
/// <param name="Options">How the simulation goes.</param>
internal sealed record World(VirtualTime Time, SimulatedHub Hub, ISimulatedLearning Learning, Accomplices Accomplices, NetworkId Network, SimulationOptions Options)
{
    /// <summary>Which model came after which.</summary>
    public ModelLine Models { get; } = new();

    /// <summary>Where what is sent is counted.</summary>
    public TrafficCount Traffic { get; } = new();

    /// <summary>Whether the last round is over: nobody asks for work any more.</summary>
    public bool IsOver { get; set; }

    /// <summary>What verifiers said, in order.</summary>
    public List<ReplayOutcome> Findings { get; } = [];
}
