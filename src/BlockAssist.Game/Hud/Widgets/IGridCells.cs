using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>What is in a <see cref="GridView"/>.</summary>
public interface IGridCells
{
    /// <summary>How many cells there are now.</summary>
    int Count { get; }

    /// <summary>The least width and the height of a cell, in HUD pixels; cells share what a row leaves over.</summary>
    (float Width, float Height) SizeAt(HudArea area);

    /// <summary>Draws what is in a cell; its frame is there already.</summary>
    /// <param name="batch">The frame.</param>
    /// <param name="place">Where.</param>
    /// <param name="index">Which.</param>
    void Draw(HudBatch batch, HudRect place, int index);
}
