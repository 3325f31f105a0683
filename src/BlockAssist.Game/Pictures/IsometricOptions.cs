namespace BlockAssist.Game.Pictures;

/// <summary>How an isometric picture is drawn.</summary>
public sealed record IsometricOptions
{
    /// <summary>Half the width of a block in pixels, from 2 to 64; a block is also about that many pixels high.</summary>
    public int Scale { get; init; } = 10;

    /// <summary>The corner that is nearest to the viewer.</summary>
    public ViewCorner Corner { get; init; } = ViewCorner.SouthEast;

    /// <summary>What lies behind and beneath the blocks.</summary>
    public Rgba Background { get; init; } = new(248, 248, 240);

    /// <summary>Rays a pixel in each direction, from 1 to 4: smoother edges and softer shadows for more time.</summary>
    public int Samples { get; init; } = 3;
}
