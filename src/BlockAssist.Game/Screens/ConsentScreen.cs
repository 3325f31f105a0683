using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Widgets;

namespace BlockAssist.Game.Screens;

/// <summary>Asks once whether what the player contributes is recorded. Who goes back has not answered, and is asked another time.</summary>
internal sealed class ConsentScreen : Screen
{
    private const float Width = 340;
    private const float Gap = 4;
    private const float Dimming = 0.62f;
    private const int TextLines = 7;

    private static readonly string[] Paragraphs =
    [
        "What you build teaches the assistant. That can be put down as yours: a record of who contributed what, which nobody can change later.",
        "Written down are a fingerprint of each session and your account, never what you built. The account is made for you, and it costs nothing.",
    ];

    private readonly Button[] _buttons;
    private HudRect _frame;

    /// <summary>The question.</summary>
    /// <param name="decide">What to do with the answer.</param>
    public ConsentScreen(Action<bool> decide)
        : base("")
    {
        _buttons = [new Button("Record what I contribute", () => Answer(decide, true)), new Button("Do not record", () => Answer(decide, false))];
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
        DialogFrame.Draw(batch, _frame, "Yours, on record?", Dimming);
        var place = DialogFrame.Inside(batch.Area, _frame);
        foreach (var paragraph in Paragraphs)
        {
            place = place.Moved(0, batch.Paragraph(paragraph, place, batch.Theme.Text) + (batch.LineHeight / 2));
        }

        DrawWidgets(batch);
        batch.Text("Esc: ask me another time. The settings change it.", new HudRect(0, _frame.Bottom + 4, batch.Area.Width, batch.LineHeight), batch.Theme.DimText, TextAlign.Centre);
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        var (line, button) = (PixelFont.LineHeight * Area.TextUnit, Widget.UsualHeight(Area) + 2);
        _frame = DialogFrame.Around(Area, Width * Area.TextUnit, (line * TextLines) + 8 + button);
        var inside = DialogFrame.Inside(Area, _frame);
        new WidgetColumn(inside with { Y = inside.Bottom - button }, Gap).AddRow(button, _buttons);
    }

    private void Answer(Action<bool> decide, bool isGiven)
    {
        decide(isGiven);
        Close();
    }
}
