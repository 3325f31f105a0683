namespace BlockAssist.Game.Sessions;

/// <summary>The layers of a blueprint that are shown and counted.</summary>
/// <param name="Mode">Which.</param>
/// <param name="Layer">The layer, by the y of the site.</param>
public readonly record struct LayerFilter(LayerMode Mode, int Layer = 0)
{
    /// <summary>All layers.</summary>
    public static LayerFilter All => default;

    /// <summary>Whether a layer is among them.</summary>
    public bool Contains(int y) => Mode switch
    {
        LayerMode.One => y == Layer,
        LayerMode.Below => y <= Layer,
        _ => true,
    };
}
