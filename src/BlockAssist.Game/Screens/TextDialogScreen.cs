using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Widgets;

namespace BlockAssist.Game.Screens;

/// <summary>A title, some sentences, and buttons below them, over a dimmed world.</summary>
internal abstract class TextDialogScreen : Screen
{
    private const float Width = 340;
    private const float Gap = 4;
    private const float Dimming = 0.62f;

    private readonly string _title;
    private readonly string _foot;
    private readonly int _lines;
    private readonly string[] _paragraphs;
    private readonly Button[] _buttons;
    private HudRect _frame;

    /// <summary>The dialog.</summary>
    /// <param name="title">What it is about.</param>
    /// <param name="paragraphs">What it says.</param>
    /// <param name="lines">How many lines that is, with half a line after each paragraph.</param>
    /// <param name="buttons">The answers, side by side.</param>
    /// <param name="foot">What is said below.</param>
    protected TextDialogScreen(string title, string[] paragraphs, int lines, IEnumerable<(string Label, Action Act)> buttons, string foot)
        : base("")
    {
        (_title, _paragraphs, _lines, _foot) = (title, paragraphs, lines, foot);
        _buttons = [.. buttons.Select(button => new Button(button.Label, () => Answer(button.Act)))];
        foreach (var button in _buttons)
        {
            Add(button);
        }
    }

    /// <inheritdoc/>
    public override bool IsDialog => true;

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        DialogFrame.Draw(batch, _frame, _title, Dimming);
        var place = DialogFrame.Inside(batch.Area, _frame);
        foreach (var paragraph in _paragraphs)
        {
            place = place.Moved(0, batch.Paragraph(paragraph, place, batch.Theme.Text) + (batch.LineHeight / 2));
        }

        DrawWidgets(batch);
        batch.Text(_foot, new HudRect(0, _frame.Bottom + 4, batch.Area.Width, batch.LineHeight), batch.Theme.DimText, TextAlign.Centre);
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        var (line, button) = (PixelFont.LineHeight * Area.TextUnit, Widget.UsualHeight(Area) + 2);
        _frame = DialogFrame.Around(Area, Width * Area.TextUnit, (line * _lines) + 8 + button);
        var inside = DialogFrame.Inside(Area, _frame);
        new WidgetColumn(inside with { Y = inside.Bottom - button }, Gap).AddRow(button, _buttons);
    }

    private void Answer(Action act)
    {
        act();
        Close();
    }
}
