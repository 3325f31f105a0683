using System.Runtime.CompilerServices;

namespace BlockAssist.Game.Hud.Drawing;

/// <summary>Puts an interpolated text together without making a string; the compiler calls it.</summary>
[InterpolatedStringHandler]
public readonly ref struct FrameText
{
    private readonly TextArena _arena;

    /// <summary>A text for a frame.</summary>
    /// <param name="literalLength">How long the fixed parts are; not needed.</param>
    /// <param name="formattedCount">How many values there are; not needed.</param>
    /// <param name="batch">The frame.</param>
    public FrameText(int literalLength, int formattedCount, HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        _ = (literalLength, formattedCount);
        (_arena, Start) = (batch.Arena, batch.Arena.Count);
    }

    /// <summary>A text for some lines.</summary>
    /// <param name="literalLength">How long the fixed parts are; not needed.</param>
    /// <param name="formattedCount">How many values there are; not needed.</param>
    /// <param name="lines">The lines.</param>
    public FrameText(int literalLength, int formattedCount, Pieces.DebugLines lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        _ = (literalLength, formattedCount);
        (_arena, Start) = (lines.Arena, lines.Arena.Count);
    }

    /// <summary>Where in its arena the text begins.</summary>
    internal int Start { get; }

    /// <summary>Adds a fixed part.</summary>
    public void AppendLiteral(string text) => _arena.Append(text);

    /// <summary>Adds a text.</summary>
    public void AppendFormatted(string? text) => _arena.Append(text);

    /// <summary>Adds a text.</summary>
    public void AppendFormatted(ReadOnlySpan<char> text) => _arena.Append(text);

    /// <summary>Adds a value.</summary>
    public void AppendFormatted<T>(T value)
        where T : ISpanFormattable => _arena.Append(value, default);

    /// <summary>Adds a value, written by a format.</summary>
    public void AppendFormatted<T>(T value, string? format)
        where T : ISpanFormattable => _arena.Append(value, format);
}
