using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>The room that the player needs: what the body fills, where the next block would go, where the way leads.</summary>
/// <param name="session">The session of the player.</param>
internal sealed class PersonalSpace(BuildSession session)
{
    // Two cells from the player's, from middle to middle.
    private const double FarthestAhead = 2.5;

    // Half a cell, and half a body.
    private const double WidthOfWay = 0.8;
    private const double HeightOfBody = 1.8;

    private static readonly ActionType[] Sidesteps = [ActionType.MovePosX, ActionType.MoveNegX, ActionType.MovePosZ, ActionType.MoveNegZ];

    /// <summary>The cell of the site that a block would go into if the player placed one now; null for none.</summary>
    public int? PlaceCell => session.Aimed is { } hit ? CellOf(hit.Before) : null;

    /// <summary>The missing block of the blueprint that the player aims at; null for none.</summary>
    public int? GhostCell => session.AimedGhost is { } hit && CellOf(hit.Cell) is { } cell && session.Site.Blocks[cell] == Block.Air ? cell : null;

    /// <summary>Whether the player's body reaches into a cell of the site.</summary>
    public bool IsFilled(int cell) => session.Body.Overlaps(session.Frame.ToWorld(session.Frame.Size.PosOf(cell)));

    /// <summary>Whether the player is about to place a block into a cell of the site.</summary>
    public bool IsAimedAt(int cell) => cell == PlaceCell || cell == GhostCell;

    /// <summary>The step by which the assistant gets out of the player's way; null if it is not in it, or there is no such step.</summary>
    public ActionType? WayOut()
    {
        var feet = session.Site.LocationOf(RecordedPlay.Assistant);
        if (Ahead(feet) is not { } here)
        {
            return null;
        }

        ActionType? best = null;
        var farthest = here.Across;
        foreach (var step in Sidesteps)
        {
            var across = Offset(Stepped(feet, step)).Across;
            if (across > farthest + 1e-6 && session.Site.Allows(RecordedPlay.Assistant, BuilderAction.Move(step)))
            {
                (best, farthest) = (step, across);
            }
        }

        return best;
    }

    private int? CellOf(BlockPos world) => session.Frame.Contains(world) ? session.Frame.Size.CellAt(session.Frame.ToSite(world)) : null;

    private (double Along, double Across)? Ahead(in Location feet)
    {
        var offset = Offset(feet);
        var isAhead = offset.Along is > 0 and < FarthestAhead && offset.Across < WidthOfWay;
        return isAhead && Math.Abs(feet.Y - session.Frame.ToSite(session.Body.Feet).Y) < HeightOfBody ? offset : null;
    }

    // How far along the way of the player, and how far beside it; nowhere if the player stands still.
    private (double Along, double Across) Offset(in Location feet)
    {
        var (x, z) = session.Gait.Heading(session.Yaw);
        var length = Math.Sqrt((x * x) + (z * z));
        var player = session.Frame.ToSite(session.Body.Feet);
        var (dx, dz) = (feet.X - player.X, feet.Z - player.Z);
        return length < 1e-6 ? (-1, 0) : (((dx * x) + (dz * z)) / length, Math.Abs((dx * z) - (dz * x)) / length);
    }

    private static Location Stepped(in Location feet, ActionType move)
    {
        var step = BlockPos.Directions[move - ActionType.MovePosX];
        return feet with { X = feet.X + step.X, Z = feet.Z + step.Z };
    }
}
