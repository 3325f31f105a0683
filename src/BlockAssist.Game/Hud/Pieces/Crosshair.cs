using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>The cross in the middle: light with a dark border, so that it is seen before sky and stone alike.</summary>
public static class Crosshair
{
    /// <summary>How wide and high it is, in HUD pixels.</summary>
    public const int Size = 11;

    private const float OutOfReach = 0.55f;

    /// <summary>Draws it.</summary>
    public static void Draw(HudBatch batch, HudRect at, CrosshairView view)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var border = HudColour.Black.Faded(view.InReach ? 0.5f : 0.3f);
        var light = HudColour.White.Faded(view.InReach ? 0.95f : OutOfReach);
        var upright = new HudRect(at.MiddleX - 1.5f, at.Y, 3, Size);
        batch.Fill(upright, border);
        batch.Fill(new HudRect(at.X, at.MiddleY - 1.5f, 4, 3), border);
        batch.Fill(new HudRect(at.Right - 4, at.MiddleY - 1.5f, 4, 3), border);
        batch.Fill(upright.Inset(1), light);
        batch.Fill(new HudRect(at.X + 1, at.MiddleY - 0.5f, 4, 1), light);
        batch.Fill(new HudRect(at.MiddleX + 0.5f, at.MiddleY - 0.5f, 4, 1), light);
    }
}
