using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>Something that is on or off.</summary>
/// <param name="label">What it is.</param>
/// <param name="isOn">Whether it is on at first.</param>
/// <param name="changed">Is told the new state.</param>
public sealed class Toggle(string label, bool isOn, Action<bool> changed) : Widget
{
    private const int SwitchWidth = 20;
    private const int SwitchHeight = 10;

    /// <summary>Whether it is on.</summary>
    public bool IsOn { get; private set; } = isOn;

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        DrawControl(batch);
        var theme = batch.Theme;
        var track = new HudRect(Bounds.Right - 6 - SwitchWidth, Bounds.MiddleY - (SwitchHeight / 2f), SwitchWidth, SwitchHeight);
        var word = IsOn ? "On" : "Off";
        var inner = Bounds.Inset(6, 0) with { Width = track.X - Bounds.X - 10 };
        batch.Text(word, inner, IsEnabled && IsOn ? theme.Accent : theme.DimText, TextAlign.Right);
        batch.Text(label, inner with { Width = inner.Width - batch.WidthOf("Off") - 4 }, LabelColour(theme));
        batch.Panel(track, IsOn && IsEnabled ? theme.Accent.Faded(0.55f) : theme.Well, HudColour.Black);
        batch.Fill(new HudRect(IsOn ? track.Right - 9 : track.X + 1, track.Y + 1, 8, SwitchHeight - 2), IsEnabled ? theme.Text : theme.DimText.Faded(0.5f));
    }

    /// <inheritdoc/>
    public override bool Handle(in InputEvent happened)
    {
        var wanted = IsUse(happened) || IsClick(happened) ? !IsOn
            : !IsKey(happened) ? (bool?)null
            : happened.Key switch { GlfwKey.Left => false, GlfwKey.Right => true, _ => null };
        if (wanted is not { } state)
        {
            return false;
        }

        if (state != IsOn)
        {
            Activate();
            IsOn = state;
            changed(state);
        }

        return true;
    }
}
