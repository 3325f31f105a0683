namespace BlockAssist.Net.Simulations.Reports;

/// <summary>What a simulation really cost, on the machine on which it ran: the only figures that are not the same again.</summary>
/// <param name="Wall">How long it took.</param>
/// <param name="Cpu">How long the processor worked.</param>
/// <param name="HandledASecond">How many envelopes were handled a second of that, everything included.</param>
/// <param name="TellP50">What half of the coordinator's calls took at most, in microseconds.</param>
/// <param name="TellP99">What 99 of 100 took at most.</param>
/// <param name="BytesAPeer">Memory an identity, simulation and all.</param>
public sealed record RealCost(TimeSpan Wall, TimeSpan Cpu, double HandledASecond, double TellP50, double TellP99, double BytesAPeer);
