namespace BlockAssist.Net.Hub.Grains;

/// <summary>The coordinator of a swarm, by the swarm's name: in one silo of all at a time.</summary>
[Alias("blockassist.swarm.coordinator")]
public interface ICoordinatorGrain : ISwarmHub, IGrainWithStringKey;
