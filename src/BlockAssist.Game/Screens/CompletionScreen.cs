using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Play;
using BlockAssist.Game.Sessions;

namespace BlockAssist.Game.Screens;

/// <summary>The house stands: how it came about, and where to go from here.</summary>
internal sealed class CompletionScreen : Screen
{
    private const float Width = 320;
    private const float Gap = 4;
    private const float Dimming = 0.38f;

    private readonly (string Name, string Value)[] _facts;
    private readonly string _recorded;
    private readonly string _learnt;
    private readonly string _goalName;
    private readonly Button _next;
    private readonly Button _stay;
    private readonly Button _menu;
    private HudRect _frame;

    /// <summary>The screen.</summary>
    /// <param name="played">What was built.</param>
    /// <param name="learnt">What is learnt from it.</param>
    /// <param name="next">Goes on to the next house.</param>
    /// <param name="menu">Saves and goes to the menu.</param>
    public CompletionScreen(PlayedSession played, string learnt, Action next, Action menu)
        : base("")
    {
        var result = played.Session.Result();
        var (player, assistant) = (result.Player, result.Assistant);
        var edits = Edits(player) + Edits(assistant);
        _goalName = played.GoalName;
        _facts =
        [
            ("Time", Durations.Of(TimeSpan.FromMilliseconds(played.MillisecondsBefore + result.Milliseconds))),
            (played.MillisecondsBefore > 0 ? "Your actions, since you continued" : "Your actions", $"{All(player)}, of which {Edits(player)} placed or broke a block"),
            ("All placed and broken", played.MillisecondsBefore > 0 ? $"{edits} since you continued" : $"{edits}; {played.FewestEdits} would have been enough"),
            ("Built by the assistant", played.Session.Assistant is null ? "nobody helped" : $"{(int)Math.Round(100 * result.AssistantShare)} %, {result.TakenBack} of its blocks taken away"),
        ];
        _recorded = $"Recorded in {Path.GetFileName(played.File)}";
        _learnt = learnt;
        _next = Add(new Button("Next house", next));
        _stay = Add(new Button("Continue building", Close));
        _menu = Add(new Button("Menu", menu));
    }

    /// <inheritdoc/>
    public override bool IsDialog => true;

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        DialogFrame.Draw(batch, _frame, "The house stands!", Dimming);
        var row = DialogFrame.Inside(batch.Area, _frame) with { Height = batch.LineHeight };
        batch.Text(_goalName, row, batch.Theme.Accent, TextAlign.Centre);
        row = row.Moved(0, batch.LineHeight + 4);
        foreach (var (name, value) in _facts)
        {
            batch.Text(name, row, batch.Theme.DimText);
            batch.Text(value, row, batch.Theme.Text, TextAlign.Right);
            row = row.Moved(0, batch.LineHeight + 1);
        }

        row = row.Moved(0, 4);
        batch.Fill(row with { Y = row.Y - 3, Height = 1 }, batch.Theme.DimText.Faded(0.4f));
        batch.Text(_recorded, row, batch.Theme.Text);
        batch.Paragraph(_learnt, row with { Y = row.Bottom, Height = _next.Bounds.Y - row.Bottom }, batch.Theme.DimText);
        DrawWidgets(batch);
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        var (line, button) = (PixelFont.LineHeight * Area.TextUnit, Widget.UsualHeight(Area) + 2);
        _frame = DialogFrame.Around(Area, Width * Area.TextUnit, (line * (_facts.Length + 4)) + _facts.Length + 16 + button);
        var inside = DialogFrame.Inside(Area, _frame);
        new WidgetColumn(inside with { Y = inside.Bottom - button }, Gap).AddRow(button, _next, _stay, _menu);
    }

    private static int All(ActionCounts counts) => counts.Moves + counts.Placements + counts.Breaks + counts.Others;

    private static int Edits(ActionCounts counts) => counts.Placements + counts.Breaks;
}
