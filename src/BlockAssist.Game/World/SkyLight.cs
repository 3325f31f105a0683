using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.World;

/// <summary>Lets the sky's light into a world: straight down undimmed, around corners one less a cell.</summary>
/// <remarks>A flood by breadth, as in "Fast flood fill lighting in a blocky voxel game" (Seed of Andromeda, 2015). Belongs to the thread that writes the world.</remarks>
public sealed class SkyLight(VoxelWorld world)
{
    private readonly Queue<BlockPos> _toSpread = new();
    private readonly Queue<(BlockPos At, byte Light)> _toDarken = new();

    /// <summary>Lights the whole world anew.</summary>
    public void Spread()
    {
        world.FillLight()[world.LayerLength..].Fill(VoxelWorld.FullLight);
        for (var x = 0; x < world.Size.Width; x++)
        {
            for (var z = 0; z < world.Size.Depth; z++)
            {
                DarkenBelow(x, z);
            }
        }

        for (var x = 0; x < world.Size.Width; x++)
        {
            for (var z = 0; z < world.Size.Depth; z++)
            {
                SpreadFrom(x, z);
            }
        }

        Flood();
    }

    /// <summary>Follows a change of a cell's material.</summary>
    public void Update(BlockPos at)
    {
        if (world[at].IsOpaque())
        {
            Darken(at);
        }
        else
        {
            foreach (var step in BlockPos.Directions)
            {
                if (LightAt(at + step) > 0)
                {
                    _toSpread.Enqueue(at + step);
                }
            }
        }

        Flood();
    }

    private void DarkenBelow(int x, int z)
    {
        var light = world.FillLight();
        var isOpen = true;
        for (var y = world.Size.Height - 1; y >= 0; y--)
        {
            isOpen &= !world[new BlockPos(x, y, z)].IsOpaque();
            if (!isOpen)
            {
                light[world.IndexOf(x, y, z)] = 0;
            }
        }
    }

    // Only what borders on darkness has anything to give.
    private void SpreadFrom(int x, int z)
    {
        for (var y = world.Size.Height - 1; y >= 0 && LightAt(new BlockPos(x, y, z)) == VoxelWorld.FullLight; y--)
        {
            var at = new BlockPos(x, y, z);
            foreach (var step in BlockPos.Directions)
            {
                if (LightAt(at + step) == 0 && !world[at + step].IsOpaque())
                {
                    _toSpread.Enqueue(at);
                    break;
                }
            }
        }
    }

    private void Darken(BlockPos at)
    {
        _toDarken.Enqueue((at, LightAt(at)));
        world.SetLight(at, 0);
        while (_toDarken.TryDequeue(out var dark))
        {
            foreach (var step in BlockPos.Directions)
            {
                var next = dark.At + step;
                var light = LightAt(next);
                var isFromHere = light < dark.Light || (step.Y < 0 && dark.Light == VoxelWorld.FullLight && light == VoxelWorld.FullLight);
                if (light > 0 && isFromHere && world.Size.Contains(next))
                {
                    _toDarken.Enqueue((next, light));
                    world.SetLight(next, 0);
                }
                else if (light > 0)
                {
                    _toSpread.Enqueue(next);
                }
            }
        }
    }

    private void Flood()
    {
        while (_toSpread.TryDequeue(out var at))
        {
            var light = LightAt(at);
            foreach (var step in BlockPos.Directions)
            {
                var next = at + step;
                var reaches = (byte)(step.Y < 0 && light == VoxelWorld.FullLight ? light : Math.Max(light - 1, 0));
                if (world.Size.Contains(next) && LightAt(next) < reaches && !world[next].IsOpaque())
                {
                    world.SetLight(next, reaches);
                    _toSpread.Enqueue(next);
                }
            }
        }
    }

    // Light comes from above alone: not through the sides of the world.
    private byte LightAt(BlockPos at) =>
        world.Size.Contains(at) ? world.Light[world.IndexOf(at.X, at.Y, at.Z)]
        : at.Y >= world.Size.Height ? VoxelWorld.FullLight
        : (byte)0;
}
