using System.Runtime.CompilerServices;
using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>Lines of figures for who works on the game, written anew as often as they change, without making strings.</summary>
public sealed class DebugLines
{
    private readonly List<Range> _lines = new(16);

    /// <summary>How many lines there are.</summary>
    public int Count => _lines.Count;

    /// <summary>The text.</summary>
    internal TextArena Arena { get; } = new();

    /// <summary>Forgets all lines.</summary>
    public void Clear()
    {
        Arena.Clear();
        _lines.Clear();
    }

    /// <summary>Adds a line.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] FrameText line) => _lines.Add(line.Start..Arena.Count);

    /// <summary>Draws the lines that fit.</summary>
    public void Draw(HudBatch batch, HudRect at)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var line = at with { Height = batch.LineHeight };
        foreach (var range in _lines)
        {
            if (line.Bottom > at.Bottom)
            {
                return;
            }

            var text = Arena[range];
            var width = Math.Min(at.Width, batch.WidthOf(text) + 4);
            batch.Fill(line with { Width = width }, batch.Theme.Panel);
            batch.Text(text, line.Inset(2, 0), batch.Theme.Text);
            line = line.Moved(0, batch.LineHeight);
        }
    }
}
