using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>Short messages that come, stay a while and fade; at most four at once, the others wait.</summary>
public sealed class Toasts
{
    /// <summary>How many are shown at once.</summary>
    public const int Most = 4;

    private const double StaySeconds = 5;
    private const double FadeSeconds = 0.6;
    private const double SlideSeconds = 0.2;
    private const int Border = 3;
    private const int Gap = 2;
    private const int SignWidth = 10;
    private const int MostLines = 3;

    private readonly Queue<Toast> _waiting = new(16);
    private readonly List<Toast> _shown = new(Most);

    /// <summary>How many wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>How many are seen.</summary>
    public int Shown => _shown.Count;

    /// <summary>Shows a message as soon as there is room.</summary>
    public void Show(string text, ToastKind kind = ToastKind.Note)
    {
        ArgumentNullException.ThrowIfNull(text);
        _waiting.Enqueue(new Toast(text, kind, 0));
    }

    /// <summary>Draws them, the newest below.</summary>
    public void Draw(HudBatch batch, HudRect at)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Renew(batch, at);
        var bottom = at.Bottom;
        for (var index = _shown.Count - 1; index >= 0; index--)
        {
            var height = HeightOf(batch, at, _shown[index].Text);
            Draw(batch, new HudRect(at.X, bottom - height, at.Width, height), _shown[index]);
            bottom -= height + Gap;
        }
    }

    /// <summary>Draws them from the top of a place, the newest below: over a screen, whose buttons are at the bottom.</summary>
    public void DrawFromTop(HudBatch batch, HudRect at)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Renew(batch, at);
        var top = at.Y;
        foreach (var toast in _shown)
        {
            var height = HeightOf(batch, at, toast.Text);
            Draw(batch, new HudRect(at.X, top, at.Width, height), toast);
            top += height + Gap;
        }
    }

    private void Renew(HudBatch batch, HudRect at)
    {
        while (_shown.Count > 0 && _shown[0].Since + StaySeconds + FadeSeconds <= batch.Seconds)
        {
            _shown.RemoveAt(0);
        }

        var used = 0f;
        foreach (var toast in _shown)
        {
            used += HeightOf(batch, at, toast.Text) + Gap;
        }

        while (_shown.Count < Most && _waiting.TryPeek(out var next))
        {
            used += HeightOf(batch, at, next.Text) + Gap;
            if (used > at.Height + Gap && _shown.Count > 0)
            {
                break;
            }

            _shown.Add(_waiting.Dequeue() with { Since = batch.Seconds });
        }
    }

    private static float HeightOf(HudBatch batch, HudRect at, string text)
    {
        var lines = TextLayout.CountLines(text, TextWidth(batch, at));
        return (2 * Border) + (Math.Min(lines, MostLines) * batch.LineHeight);
    }

    private static int TextWidth(HudBatch batch, HudRect at) => (int)((at.Width - (2 * (Border + 2)) - (SignWidth * batch.Area.TextUnit)) / batch.Area.TextUnit);

    private static void Draw(HudBatch batch, HudRect at, Toast toast)
    {
        var age = batch.Seconds - toast.Since;
        var strength = (float)Math.Clamp((StaySeconds + FadeSeconds - age) / FadeSeconds, 0, 1);
        if (!batch.Theme.ReducedMotion && age < SlideSeconds)
        {
            strength = (float)(age / SlideSeconds);
        }

        var theme = batch.Theme;
        var (sign, colour) = toast.Kind switch
        {
            ToastKind.Success => ("✓", theme.Marks.Right),
            ToastKind.Trouble => ("!", theme.Marks.Wrong),
            _ => ("•", theme.Marks.Missing),
        };
        batch.Panel(at, theme.Panel.Faded(strength), theme.PanelEdge.Faded(strength));
        batch.Fill(new HudRect(at.X, at.Y + 1, 2, at.Height - 2), colour.Faded(strength));
        var inner = at.Inset(Border + 2, Border);
        batch.Text(sign, inner with { Height = batch.LineHeight }, colour.Faded(strength));
        var before = SignWidth * batch.Area.TextUnit;
        batch.Paragraph(toast.Text, inner with { X = inner.X + before, Width = inner.Width - before }, theme.Text.Faded(strength));
    }
}
