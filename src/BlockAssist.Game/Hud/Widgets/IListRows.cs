using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>What is in a <see cref="ListView"/>.</summary>
public interface IListRows
{
    /// <summary>How many rows there are now.</summary>
    int Count { get; }

    /// <summary>How high each is, in HUD pixels.</summary>
    float HeightAt(HudArea area);

    /// <summary>Draws a row.</summary>
    /// <param name="batch">The frame.</param>
    /// <param name="place">Where.</param>
    /// <param name="index">Which.</param>
    void Draw(HudBatch batch, HudRect place, int index);
}
