using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>What the assistant is about to do.</summary>
/// <remarks>A policy says one action at a time, so a path has two cells: where it is, and where it will be.</remarks>
/// <param name="Action">The action.</param>
/// <param name="Cell">The cell of the site that is placed into, broken, or entered.</param>
/// <param name="Block">The block that is placed or taken away; air for a move.</param>
/// <param name="From">The cell of its feet.</param>
/// <param name="Time">When it will be done, in milliseconds.</param>
public readonly record struct Intent(BuilderAction Action, BlockPos Cell, Block Block, BlockPos From, long Time)
{
    /// <summary>The cell of its feet after it.</summary>
    public BlockPos To => Action.IsMove ? Cell : From;

    /// <summary>What an action would do on a site.</summary>
    internal static Intent Of(BuildSite site, int builder, BuilderAction action, long time)
    {
        var from = site.LocationOf(builder).Cell;
        var cell = action.IsMove ? from + BlockPos.Directions[action.Type - ActionType.MovePosX] : site.Size.PosOf(action.Cell);
        var block = action.Type switch { ActionType.Place => action.Block, ActionType.Break => site.Blocks[action.Cell], _ => Block.Air };
        return new Intent(action, cell, block, from, time);
    }
}
