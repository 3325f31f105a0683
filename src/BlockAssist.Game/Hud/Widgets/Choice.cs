using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>One of a few: the left and right arrows, Enter or a click go to the next.</summary>
/// <param name="label">What is chosen.</param>
/// <param name="options">Their names; at least one.</param>
/// <param name="chosen">Which is at first.</param>
/// <param name="changed">Is told the new one.</param>
public sealed class Choice(string label, IReadOnlyList<string> options, int chosen, Action<int> changed) : Widget
{
    /// <summary>Which is chosen.</summary>
    public int Chosen { get; private set; } = chosen;

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        DrawControl(batch);
        var inner = Bounds.Inset(6, 0);
        var right = inner with { X = Bounds.MiddleX, Width = inner.Right - Bounds.MiddleX };
        var colour = IsEnabled ? batch.Theme.Accent : batch.Theme.DimText;
        batch.Text(label, inner with { Width = (inner.Width / 2) - 4 }, LabelColour(batch.Theme));
        batch.Text("◀", right, colour.Faded(0.7f));
        batch.Text("▶", right, colour.Faded(0.7f), TextAlign.Right);
        batch.Text(options[Chosen], right.Inset(8 * batch.Area.TextUnit, 0), colour, TextAlign.Centre);
    }

    /// <inheritdoc/>
    public override bool Handle(in InputEvent happened)
    {
        var isBack = (IsKey(happened) && happened.Key == GlfwKey.Left) || (IsClick(happened) && happened.X >= Bounds.MiddleX && happened.X < Bounds.X + (0.75f * Bounds.Width));
        var isOn = IsUse(happened) || IsClick(happened) || (IsKey(happened) && happened.Key == GlfwKey.Right);
        if (!isBack && !isOn)
        {
            return false;
        }

        Activate();
        Chosen = (Chosen + (isBack ? options.Count - 1 : 1)) % options.Count;
        changed(Chosen);
        return true;
    }
}
