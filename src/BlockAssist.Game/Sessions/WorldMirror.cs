using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>Shows a site in the world, cell by cell: the world never has what the site has not.</summary>
internal sealed class WorldMirror(VoxelWorld world, SiteFrame frame)
{
    private readonly SkyLight _light = new(world);

    /// <summary>Shows all cells, and lights the world anew.</summary>
    public void ShowAll(ReadOnlySpan<Block> blocks)
    {
        for (var cell = 0; cell < blocks.Length; cell++)
        {
            var at = frame.ToWorld(frame.Size.PosOf(cell));
            if (world[at] != (Material)blocks[cell])
            {
                world.Set(at, (Material)blocks[cell]);
            }
        }

        _light.Spread();
    }

    /// <summary>Shows one cell.</summary>
    public void Show(int cell, Block block)
    {
        var at = frame.ToWorld(frame.Size.PosOf(cell));
        world.Set(at, (Material)block);
        _light.Update(at);
    }
}
