using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Widgets;

namespace BlockAssist.Game.Screens;

/// <summary>Says what takes so long.</summary>
/// <param name="sentence">What.</param>
internal sealed class WaitScreen(string sentence) : Screen("")
{
    private static readonly HudColour Night = HudColour.Rgb(0x1B222C);
    private static readonly HudColour Dusk = HudColour.Rgb(0x39404C);

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Fill(batch.Area.Bounds, Night, Dusk);
        batch.Text(sentence, batch.Area.Bounds, batch.Theme.Text, TextAlign.Centre);
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
    }

    /// <inheritdoc/>
    protected override bool GoBack() => false;
}
