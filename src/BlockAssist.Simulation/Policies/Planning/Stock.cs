using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>The blocks that a builder carries where they are not infinite: what it lacks, and where to get it.</summary>
/// <remarks>Once a kind has run out, it fetches all kinds that are still to be placed, so that one visit to the palette does.</remarks>
internal sealed class Stock(WorkList work)
{
    private const int MostOfOneKind = 3 * Inventory.StackSize;

    private bool _fetching;

    /// <summary>Forgets everything.</summary>
    public void Clear() => _fetching = false;

    /// <summary>The palette cell to break next, if the builder should fetch blocks now.</summary>
    public bool TryNextFetch(in Observation observation, out BuilderAction fetch)
    {
        fetch = BuilderAction.Noop;
        if (observation.Options.InfiniteBlocks)
        {
            return false;
        }

        foreach (var block in Palette.Placeable)
        {
            var held = observation.Inventory.Held[(int)block];
            var wanted = Math.Min(work.Wanted[(int)block], MostOfOneKind);
            if (held < (_fetching ? wanted : Math.Min(wanted, 1)) && TryFetch(observation, block, out fetch))
            {
                _fetching = true;
                return true;
            }
        }

        _fetching = false;
        return false;
    }

    /// <summary>A block that may be used up for a scaffold; air if one must be fetched first.</summary>
    public static Block Spare(in Observation observation)
    {
        var most = Block.Dirt;
        var held = observation.Inventory.Held;
        foreach (var block in Palette.Placeable)
        {
            most = held[(int)block] > held[(int)most] ? block : most;
        }

        return observation.Options.InfiniteBlocks ? Block.Dirt : held[(int)most] > 0 ? most : Block.Air;
    }

    /// <summary>The palette cell to break for a block of a kind.</summary>
    public static bool TryFetch(in Observation observation, Block block, out BuilderAction fetch)
    {
        fetch = BuilderAction.Noop;
        for (var cell = observation.Blocks.Length - 1; observation.IsPalette(cell); cell--)
        {
            // The palette stands on the ground; the ground itself is not to be dug away.
            if (observation.Goal[cell] == block && observation.Size.PosOf(cell).Y >= 2)
            {
                fetch = BuilderAction.Break(cell);
            }
        }

        return fetch.Type == ActionType.Break && observation.Inventory.HasRoomFor(block, 1);
    }
}
