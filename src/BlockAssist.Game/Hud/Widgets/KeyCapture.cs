using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>Shows what an action is bound to, and waits for another key or button when it is used. Escape leaves it as it was.</summary>
/// <param name="label">The action.</param>
/// <param name="bound">What it is bound to now, as text.</param>
/// <param name="captured">Is told the event whose key, mouse button, wheel or gamepad button was chosen.</param>
public sealed class KeyCapture(string label, string bound, Action<InputEvent> captured) : Widget
{
    /// <summary>What the action is bound to; set it when the binding has changed.</summary>
    public string Bound { get; set; } = bound;

    /// <summary>Whether something else is bound to the same; shown by a sign and a colour.</summary>
    public bool IsShared { get; set; }

    /// <summary>Is called when the binding is to be taken away: by Delete or Backspace.</summary>
    public Action? Cleared { get; init; }

    /// <summary>Whether it waits for a key.</summary>
    public bool IsWaiting { get; private set; }

    /// <inheritdoc/>
    public override bool TakesAll => IsWaiting;

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        DrawControl(batch);
        var theme = batch.Theme;
        var inner = Bounds.Inset(6, 0);
        var key = new HudRect(Bounds.MiddleX, Bounds.Y + 2, Bounds.Right - Bounds.MiddleX - 3, Bounds.Height - 4);
        batch.Text(label, inner with { Width = key.X - inner.X - 4 }, LabelColour(theme));
        batch.Panel(key, theme.Well, IsWaiting ? theme.Accent : HudColour.Black);
        var text = IsWaiting ? "Press a key…" : Bound.Length > 0 ? Bound : "–";
        var colour = IsWaiting ? theme.Accent : IsShared ? theme.Marks.Wrong : IsEnabled ? theme.Text : theme.DimText;
        batch.Text(text, key.Inset(3, 0), colour, TextAlign.Centre);
        if (IsShared && !IsWaiting)
        {
            batch.Text("!", key.Inset(4, 0), theme.Marks.Wrong, TextAlign.Right);
        }
    }

    /// <inheritdoc/>
    public override bool Handle(in InputEvent happened)
    {
        if (IsWaiting)
        {
            Take(happened);
            return true;
        }

        if (happened is { Kind: InputEventKind.KeyDown, Key: GlfwKey.Delete or GlfwKey.Backspace } && Cleared != null)
        {
            Activate();
            Cleared();
            return true;
        }

        if (!IsUse(happened) && !IsClick(happened))
        {
            return false;
        }

        Activate();
        IsWaiting = true;
        return true;
    }

    /// <inheritdoc/>
    public override void FocusChanged() => IsWaiting = false;

    private void Take(in InputEvent happened)
    {
        var isChosen = happened.Kind is InputEventKind.KeyDown or InputEventKind.MouseDown or InputEventKind.Wheel or InputEventKind.GamepadDown;
        if (!isChosen)
        {
            return;
        }

        IsWaiting = false;
        if (happened is not { Kind: InputEventKind.KeyDown, Key: GlfwKey.Escape })
        {
            Activate();
            captured(happened);
        }
    }
}
