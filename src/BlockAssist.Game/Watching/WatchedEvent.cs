using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Watching;

/// <summary>Something that happened in an episode.</summary>
/// <param name="Time">When, in milliseconds since the start.</param>
/// <param name="Kind">What.</param>
/// <param name="Builder">Who did it.</param>
/// <param name="Block">The block placed or broken; air if it is about none.</param>
public readonly record struct WatchedEvent(long Time, WatchedEventKind Kind, int Builder, Block Block)
{
    /// <summary>Whether a block was placed or broken.</summary>
    public bool IsEdit => Kind is WatchedEventKind.Placement or WatchedEventKind.Break or WatchedEventKind.Mistake;
}
