using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Play;

namespace BlockAssist.Game.Screens;

/// <summary>Time stands still: go on, change something, or leave.</summary>
internal sealed class PauseScreen : Screen
{
    private const float Width = 190;
    private const float Gap = 4;
    private const float Dimming = 0.62f;

    private readonly PlayedSession _played;
    private readonly Button[] _buttons;
    private HudRect _frame;

    /// <summary>The screen.</summary>
    /// <param name="played">What is played.</param>
    /// <param name="settings">Opens the settings.</param>
    /// <param name="leave">Saves and goes to the menu.</param>
    /// <param name="quit">Saves and closes the window.</param>
    public PauseScreen(PlayedSession played, Action settings, Action leave, Action quit)
        : base("")
    {
        _played = played;
        _buttons = [new Button("Resume", Close), new Button("Settings", settings), new Button("Save and leave to menu", leave), new Button("Save and quit", quit)];
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
        DialogFrame.Draw(batch, _frame, "Paused", Dimming);
        var (line, progress) = (DialogFrame.Inside(batch.Area, _frame) with { Height = batch.LineHeight }, _played.Session.Progress.Total);
        batch.Text(_played.GoalName, line, batch.Theme.Accent, TextAlign.Centre);
        line = line.Moved(0, batch.LineHeight);
        var time = TimeSpan.FromMilliseconds(_played.MillisecondsBefore + _played.Session.Time);
        batch.Text(batch.Format($"{(int)(100 * progress.Share)} % stands, {progress.Left} to do, {(int)time.TotalMinutes}:{time.Seconds:00}"), line, batch.Theme.DimText, TextAlign.Centre);
        DrawWidgets(batch);
        batch.Text("Time stands still, for the assistant too", line with { Y = _frame.Bottom + 4, X = 0, Width = batch.Area.Width }, batch.Theme.DimText, TextAlign.Centre);
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        var (height, lines) = (Widget.UsualHeight(Area) + 2, (2 * PixelFont.LineHeight * Area.TextUnit) + 6);
        _frame = DialogFrame.Around(Area, Width * Area.TextUnit, lines + (_buttons.Length * (height + Gap)) - Gap);
        var inside = DialogFrame.Inside(Area, _frame);
        var column = new WidgetColumn(inside with { Y = inside.Y + lines }, Gap);
        foreach (var button in _buttons)
        {
            column.Add(button, height);
        }
    }
}
