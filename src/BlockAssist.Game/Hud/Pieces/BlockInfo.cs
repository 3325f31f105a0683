using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>What is aimed at, and what the blueprint wants there.</summary>
public static class BlockInfo
{
    private const int IconEdge = 16;
    private const int Border = 3;

    /// <summary>How high it is, in HUD pixels.</summary>
    /// <param name="unit">How many HUD pixels a pixel of the font is.</param>
    public static float HeightAt(float unit) => (2 * Border) + (2 * PixelFont.LineHeight * unit);

    /// <summary>Draws it.</summary>
    public static void Draw(HudBatch batch, HudRect at, BlockInfoView view)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Panel(at);
        var inner = at.Inset(Border + 1, Border);
        var shown = view.Aimed == Block.Air ? view.Wanted ?? Block.Air : view.Aimed;
        batch.Icon(shown, new HudRect(inner.X, inner.MiddleY - (IconEdge / 2f), IconEdge, IconEdge), HudColour.White.Faded(view.Aimed == Block.Air ? 0.5f : 1));
        var text = inner with { X = inner.X + IconEdge + 4, Width = inner.Width - IconEdge - 4, Height = batch.LineHeight };
        if (view.Mark is not { } mark)
        {
            batch.Text(BlockNames.Of(view.Aimed), text with { Y = inner.Y + (batch.LineHeight / 2) }, batch.Theme.Text);
            return;
        }

        batch.Text(BlockNames.Of(view.Aimed), text, batch.Theme.Text);
        var second = text.Moved(0, batch.LineHeight);
        var size = MarkSign.Size * batch.Area.TextUnit;
        MarkSign.Draw(batch, new HudRect(second.X, second.MiddleY - (size / 2), size, size), mark);
        var words = second with { X = second.X + size + (4 * batch.Area.TextUnit), Width = second.Width - size - (5 * batch.Area.TextUnit) };
        batch.Text(WordsFor(batch, mark, view.Wanted ?? Block.Air), words, batch.Theme.Text);
    }

    private static ReadOnlySpan<char> WordsFor(HudBatch batch, Mark mark, Block wanted) => mark switch
    {
        Mark.Right => "As planned",
        Mark.Missing => batch.Format($"Missing: {BlockNames.Of(wanted)}"),
        Mark.Wrong => batch.Format($"Plan: {BlockNames.Of(wanted)}"),
        _ => "Not planned",
    };
}
