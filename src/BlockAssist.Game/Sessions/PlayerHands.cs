using BlockAssist.Game.Bodies;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>What the player can place and break.</summary>
/// <remarks>
/// The rules leave a person's reach, sight and touch to the client; here they are: only into air that no body is in and
/// that borders on something, only what is there and not bedrock, only in the site.
/// </remarks>
internal sealed class PlayerHands(RecordedPlay play, IdleTime idle, Body body, VoxelWorld world, SiteFrame frame)
{
    /// <summary>Places a block.</summary>
    /// <param name="time">When.</param>
    /// <param name="at">The cell of the site.</param>
    /// <param name="block">The block.</param>
    /// <param name="needsSupport">Whether it must border on something; what is put back need not.</param>
    /// <returns>Why not; null if it was placed.</returns>
    public Rejection? Place(long time, BlockPos at, Block block, bool needsSupport = true)
    {
        if (!frame.Size.Contains(at))
        {
            return Rejection.OutsideSite;
        }

        var action = BuilderAction.Place(frame.Size.CellAt(at), block);
        var inWorld = frame.ToWorld(at);
        var rejection =
            !block.IsPlaceable() ? Rejection.NotPlaceable
            : play.Site.Blocks[action.Cell] != Block.Air ? Rejection.NotEmpty
            : body.Overlaps(inWorld) ? Rejection.OwnBody
            : IsOthersBody(at) ? Rejection.OtherBody
            : needsSupport && !new SolidCells(world).Adjoin(inWorld) ? Rejection.NoSupport
            : (Rejection?)null;
        return rejection ?? Do(time, action);
    }

    /// <summary>Breaks a block.</summary>
    /// <returns>Why not; null if it was broken.</returns>
    public Rejection? Break(long time, BlockPos at)
    {
        if (!frame.Size.Contains(at))
        {
            return Rejection.OutsideSite;
        }

        var action = BuilderAction.Break(frame.Size.CellAt(at));
        return play.Site.Blocks[action.Cell] switch
        {
            Block.Air => Rejection.NothingThere,
            Block.Bedrock => Rejection.Unbreakable,
            _ => Do(time, action),
        };
    }

    /// <summary>Makes a cell what an edit made it, if it is what it was before.</summary>
    public Rejection? Apply(long time, in Edit edit)
    {
        if (play.StampOf(edit.Cell) != edit.StampBefore)
        {
            return Rejection.ChangedSince;
        }

        var at = frame.Size.PosOf(edit.Cell);
        var rejection = edit.After == Block.Air ? Break(time, at) : Place(time, at, edit.After, needsSupport: false);
        if (rejection is null)
        {
            play.Restamp(edit.Cell, edit.StampAfter);
        }

        return rejection;
    }

    private Rejection? Do(long time, BuilderAction action)
    {
        if (!play.Site.Allows(RecordedPlay.Player, action))
        {
            return Rejection.NotAllowed;
        }

        idle.Act(time, action);
        return null;
    }

    private bool IsOthersBody(BlockPos at)
    {
        for (var other = 1; other < play.Site.BuilderCount; other++)
        {
            if (play.Site.LocationOf(other).BodyFills(at))
            {
                return true;
            }
        }

        return false;
    }
}
