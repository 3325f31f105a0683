using System.Numerics;
using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>Draws the shape of a mark, in its colour.</summary>
public static class MarkSign
{
    /// <summary>How large it is, in pixels of the font.</summary>
    public const int Size = 7;

    /// <summary>Draws it.</summary>
    /// <param name="batch">The frame.</param>
    /// <param name="at">A square.</param>
    /// <param name="mark">Which.</param>
    public static void Draw(HudBatch batch, HudRect at, Mark mark)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var colour = batch.Theme.Marks[mark];
        var pixel = at.Width / Size;
        switch (mark)
        {
            case Mark.Missing:
                batch.Outline(at, colour, pixel);
                break;
            case Mark.Extra:
                Hatch(batch, at, colour, pixel);
                break;
            default:
                batch.Text(mark == Mark.Wrong ? "✕" : "✓", new Vector2(at.X, at.Y), colour, pixel / batch.Area.TextUnit);
                break;
        }
    }

    // Every third diagonal.
    private static void Hatch(HudBatch batch, HudRect at, HudColour colour, float pixel)
    {
        for (var cell = 0; cell < Size * Size; cell++)
        {
            var (x, y) = (cell % Size, cell / Size);
            if ((x + y) % 3 == 0)
            {
                batch.Fill(new HudRect(at.X + (x * pixel), at.Y + (y * pixel), pixel, pixel), colour);
            }
        }
    }
}
