namespace BlockAssist.Game.Hud;

/// <summary>A place on the screen in HUD pixels, from its upper left corner.</summary>
public readonly record struct HudRect(float X, float Y, float Width, float Height)
{
    /// <summary>Where it ends on the right.</summary>
    public float Right => X + Width;

    /// <summary>Where it ends below.</summary>
    public float Bottom => Y + Height;

    /// <summary>The middle from left to right.</summary>
    public float MiddleX => X + (Width / 2);

    /// <summary>The middle from top to bottom.</summary>
    public float MiddleY => Y + (Height / 2);

    /// <summary>Whether nothing fits in.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>Whether a point is inside.</summary>
    public bool Contains(float x, float y) => x >= X && x < Right && y >= Y && y < Bottom;

    /// <summary>Whether another is wholly inside.</summary>
    public bool Contains(HudRect other) => other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;

    /// <summary>Whether both have a part in common.</summary>
    public bool Overlaps(HudRect other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <summary>What both have in common; empty if nothing.</summary>
    public HudRect Cut(HudRect other)
    {
        var (x, y) = (Math.Max(X, other.X), Math.Max(Y, other.Y));
        return new HudRect(x, y, Math.Max(0, Math.Min(Right, other.Right) - x), Math.Max(0, Math.Min(Bottom, other.Bottom) - y));
    }

    /// <summary>Without a border of a width.</summary>
    public HudRect Inset(float border) => Inset(border, border);

    /// <summary>Without a border.</summary>
    public HudRect Inset(float sides, float topAndBottom) =>
        new(X + sides, Y + topAndBottom, Math.Max(0, Width - (2 * sides)), Math.Max(0, Height - (2 * topAndBottom)));

    /// <summary>Somewhere else.</summary>
    public HudRect Moved(float right, float down) => this with { X = X + right, Y = Y + down };

    /// <summary>A square in the middle, as large as fits but not larger than a size.</summary>
    public HudRect Square(float size)
    {
        var edge = Math.Min(size, Math.Min(Width, Height));
        return new HudRect(MiddleX - (edge / 2), MiddleY - (edge / 2), edge, edge);
    }
}
