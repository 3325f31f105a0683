using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Watching;

/// <summary>Something that happened in an episode.</summary>
/// <param name="Time">When, in milliseconds since the start.</param>
/// <param name="Kind">What.</param>
/// <param name="Builder">Who did it.</param>
/// <param name="Block">The block placed or broken.</param>
public readonly record struct WatchedEvent(long Time, WatchedEventKind Kind, int Builder, Block Block);
