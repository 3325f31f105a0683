using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>The numbering of all actions on a site: what a policy's distribution is over.</summary>
/// <remarks>
/// In order: no-op (1), place (10·N, block by block, air and bedrock included), break (N), the six moves (unless builders
/// teleport), give (10·N, unless blocks are infinite). The paper's site has 12,107.
/// </remarks>
/// <param name="size">The size of the site.</param>
/// <param name="teleportation">Whether builders teleport.</param>
/// <param name="infiniteBlocks">Whether blocks are infinite.</param>
public sealed class ActionSpace(GridSize size, bool teleportation, bool infiniteBlocks)
{
    /// <summary>How many moves there are.</summary>
    public const int MoveCount = 6;

    /// <summary>The number of the first placement.</summary>
    public const int FirstPlace = 1;

    private readonly int _volume = size.Volume;

    /// <summary>The actions of a site with these rules.</summary>
    public ActionSpace(SiteOptions options)
        : this(options.Size, options.Teleportation, options.InfiniteBlocks)
    {
    }

    /// <summary>The number of the first break.</summary>
    public int FirstBreak => FirstPlace + (Palette.Count * _volume);

    /// <summary>The number of the first move.</summary>
    public int FirstMove => FirstBreak + _volume;

    /// <summary>The number of the first gift.</summary>
    public int FirstGive => FirstMove + (teleportation ? 0 : MoveCount);

    /// <summary>How many actions there are.</summary>
    public int Count => FirstGive + (infiniteBlocks ? 0 : Palette.Count * _volume);

    /// <summary>Whether an action names a kind, a cell and a block that there are; an action from outside need not.</summary>
    public bool IsWellFormed(BuilderAction action) =>
        (uint)action.Cell < (uint)_volume && (int)action.Block < Palette.Count && (int)action.Type < BuilderAction.TypeCount;

    /// <summary>The number of an action; −1 if this site has no such action.</summary>
    public int IndexOf(BuilderAction action) => action.Type switch
    {
        _ when !IsWellFormed(action) => -1,
        ActionType.Noop => 0,
        ActionType.Place => FirstPlace + ((int)action.Block * _volume) + action.Cell,
        ActionType.Break => FirstBreak + action.Cell,
        ActionType.Give => infiniteBlocks ? -1 : FirstGive + ((int)action.Block * _volume) + action.Cell,
        _ => teleportation ? -1 : FirstMove + (action.Type - ActionType.MovePosX),
    };

    /// <summary>The action of a number.</summary>
    public BuilderAction ActionAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        if (index < FirstPlace)
        {
            return BuilderAction.Noop;
        }

        if (index < FirstBreak)
        {
            var (block, cell) = Math.DivRem(index - FirstPlace, _volume);
            return BuilderAction.Place(cell, (Block)block);
        }

        if (index < FirstMove)
        {
            return BuilderAction.Break(index - FirstBreak);
        }

        if (index < FirstGive)
        {
            return BuilderAction.Move((ActionType)((int)ActionType.MovePosX + (index - FirstMove)));
        }

        var (given, at) = Math.DivRem(index - FirstGive, _volume);
        return BuilderAction.Give(at, (Block)given);
    }
}
