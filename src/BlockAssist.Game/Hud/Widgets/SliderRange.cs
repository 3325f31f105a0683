namespace BlockAssist.Game.Hud.Widgets;

/// <summary>The values of a slider.</summary>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
/// <param name="Step">From one to the next.</param>
public readonly record struct SliderRange(float Least, float Most, float Step)
{
    /// <summary>The value of the range that is nearest.</summary>
    public float Nearest(float value) => Math.Clamp(Least + (MathF.Round((value - Least) / Step) * Step), Least, Most);

    /// <summary>How far along a value is, 0 to 1.</summary>
    public float PartOf(float value) => Most > Least ? (value - Least) / (Most - Least) : 0;

    /// <summary>The value at a part of the way.</summary>
    public float At(float part) => Nearest(Least + (Math.Clamp(part, 0, 1) * (Most - Least)));
}
