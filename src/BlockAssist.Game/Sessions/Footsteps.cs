using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>Turns continuous movement into moves: the simulated feet are where the real ones are, cell by cell.</summary>
/// <remarks>
/// The one rule: when the feet have entered another cell of the site, the player moves there, first along x, then y, then z,
/// one move a cell. A body moves along the axes in that order too, so every cell on the way is one it was in, and the rules
/// allow it. Outside the site's box nothing is said, and the simulated feet stay in the last cell inside. Who comes back
/// through another cell, or gets somewhere without walking there, is put there by a correction: moves that nobody made
/// would be learnt from.
/// </remarks>
internal sealed class Footsteps(RecordedPlay play, IdleTime idle, SiteFrame frame)
{
    // In a tick nobody gets farther; who does was put there.
    private const int LongestWay = 4;

    /// <summary>Whether the player is outside the site's box.</summary>
    public bool IsOutside { get; private set; }

    /// <summary>How often the player was put somewhere.</summary>
    public int Corrections { get; private set; }

    private BlockPos Here => play.Site.LocationOf(RecordedPlay.Player).Cell;

    /// <summary>Follows the feet, once after each tick.</summary>
    public void Follow(long time, in Location feet)
    {
        var target = frame.ToSite(feet.Cell);
        var wasOutside = IsOutside;
        IsOutside = !frame.Size.Contains(target);
        if (IsOutside || target == Here)
        {
            return;
        }

        if (wasOutside || !Walk(time, target))
        {
            idle.PadUntil(time);
            play.MovePlayer(Location.Standing(target));
            Corrections++;
        }
    }

    private bool Walk(long time, BlockPos target)
    {
        var way = target - Here;
        return Math.Abs(way.X) + Math.Abs(way.Y) + Math.Abs(way.Z) <= LongestWay
            && Walk(time, way.X, ActionType.MovePosX)
            && Walk(time, way.Y, ActionType.MovePosY)
            && Walk(time, way.Z, ActionType.MovePosZ);
    }

    private bool Walk(long time, int cells, ActionType forward)
    {
        var move = BuilderAction.Move(cells > 0 ? forward : forward + 1);
        for (var left = Math.Abs(cells); left > 0; left--)
        {
            if (!play.Site.Allows(RecordedPlay.Player, move))
            {
                return false;
            }

            idle.Act(time, move);
        }

        return true;
    }
}
