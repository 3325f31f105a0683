using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>A number between two bounds: dragged, or stepped by the left and right arrows, Home, End and the page keys.</summary>
public sealed class Slider : Widget
{
    private const int Knob = 6;
    private const int PageSteps = 10;

    private readonly string _label;
    private readonly SliderRange _range;
    private readonly Action<float> _changed;
    private string _text = "";

    /// <summary>A slider.</summary>
    /// <param name="label">What the number is.</param>
    /// <param name="range">Its values.</param>
    /// <param name="value">It at first.</param>
    /// <param name="changed">Is told the new value.</param>
    public Slider(string label, SliderRange range, float value, Action<float> changed)
    {
        (_label, _range, _changed) = (label, range, changed);
        Value = range.Nearest(value);
        Write();
    }

    /// <summary>The number.</summary>
    public float Value { get; private set; }

    /// <summary>How the number is written; plainly by default.</summary>
    public Func<float, string> Format
    {
        get;
        init
        {
            field = value;
            Write();
        }
    } = value => $"{value:0.##}";

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        DrawControl(batch);
        var theme = batch.Theme;
        var (track, part) = (Track, _range.PartOf(Value));
        batch.Panel(track, theme.Well, HudColour.Black);
        batch.Fill(track.Inset(1) with { Width = (track.Width - 2) * part }, IsEnabled ? theme.Accent.Faded(0.75f) : theme.DimText.Faded(0.3f));
        var knob = new HudRect(track.X + ((track.Width - Knob) * part), track.MiddleY - 5, Knob, 10);
        batch.Panel(knob, IsEnabled ? theme.Text : theme.DimText.Faded(0.5f), HudColour.Black);
        var inner = Bounds.Inset(6, 0) with { Width = track.X - Bounds.X - 10 };
        batch.Text(_text, inner, IsEnabled ? theme.Accent : theme.DimText, TextAlign.Right);
        batch.Text(_label, inner with { Width = inner.Width - batch.WidthOf(_text) - 4 }, LabelColour(theme));
    }

    /// <inheritdoc/>
    public override bool Handle(in InputEvent happened)
    {
        if (IsClick(happened))
        {
            Activate();
            Drag(happened.X, happened.Y);
            return true;
        }

        if (!IsKey(happened) || Wanted(happened.Key) is not { } wanted)
        {
            return false;
        }

        if (_range.Nearest(wanted) != Value)
        {
            Activate();
            Set(wanted);
        }

        return true;
    }

    /// <inheritdoc/>
    public override void Drag(float x, float y) => Set(_range.At((x - Track.X - (Knob / 2f)) / Math.Max(1, Track.Width - Knob)));

    // The right two fifths.
    private HudRect Track => new(Bounds.X + (0.6f * Bounds.Width), Bounds.MiddleY - 2.5f, (0.4f * Bounds.Width) - 6, 5);

    private float? Wanted(GlfwKey key) => key switch
    {
        GlfwKey.Left => Value - _range.Step,
        GlfwKey.Right => Value + _range.Step,
        GlfwKey.PageDown => Value - (PageSteps * _range.Step),
        GlfwKey.PageUp => Value + (PageSteps * _range.Step),
        GlfwKey.Home => _range.Least,
        GlfwKey.End => _range.Most,
        _ => null,
    };

    private void Set(float wanted)
    {
        var value = _range.Nearest(wanted);
        if (value != Value)
        {
            Value = value;
            Write();
            _changed(value);
        }
    }

    // Once a change, not once a frame.
    private void Write() => _text = Format(Value);
}
