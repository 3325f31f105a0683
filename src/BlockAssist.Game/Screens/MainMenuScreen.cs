using System.Numerics;
using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Shelves;

namespace BlockAssist.Game.Screens;

/// <summary>The first screen.</summary>
internal sealed class MainMenuScreen : Screen
{
    private const float StripWidth = 216;
    private const float Margin = 14;
    private const float LogoSize = 3;
    private const float Gap = 4;

    private readonly BackgroundWork<string, RecordedEpisode?> _search = new("unfinished session", UnfinishedSession.Find);
    private readonly string _version;
    private readonly Button _continue;
    private readonly Button[] _buttons;
    private RecordedEpisode? _unfinished;

    /// <summary>The menu.</summary>
    /// <param name="episodes">Where recordings are.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="go">Where the buttons lead.</param>
    public MainMenuScreen(string episodes, string version, MainMenuWays go)
        : base("")
    {
        _version = version;
        _continue = new Button("Continue", () => go.Continue(_unfinished!)) { IsEnabled = false };
        _buttons =
        [
            _continue,
            new Button("New house", go.New) { Help = "Choose what to build: made-up houses, or blueprints of your own." },
            new Button("Replays", go.Replays) { Help = "Everything that was played, recorded from the first moment." },
            new Button("Settings", go.Settings) { Help = "Controls, keys, picture, text, sound, the assistant." },
            new Button("Credits", go.Credits) { Help = "Who and what this stands on." },
            new Button("Quit", go.Quit) { Help = "Close the window." },
        ];
        foreach (var button in _buttons)
        {
            Add(button);
        }

        _search.Ask(episodes);
    }

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        TakeUnfinished();
        var unit = batch.Area.TextUnit;
        batch.Fill(new HudRect(0, 0, Strip, batch.Area.Height), batch.Theme.Backdrop);
        batch.Fill(new HudRect(Strip, 0, 1, batch.Area.Height), batch.Theme.PanelEdge);
        DrawLogo(batch, new Vector2(Margin, LogoTop));
        batch.Text("Build a house. Somebody helps.", new Vector2(Margin, LogoTop + (LogoSize * PixelFont.CapHeight * unit) + (7 * unit)), batch.Theme.DimText);
        DrawWidgets(batch);
        DrawHelp(batch);
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        var height = Widget.UsualHeight(Area) + 2;
        var all = (_buttons.Length * (height + Gap)) - Gap;
        var top = Math.Max(LogoBottom, MathF.Floor((Area.Height - all) / 2) + 12);
        top = Math.Min(top, Area.Height - all - (2 * PixelFont.LineHeight * Area.TextUnit) - 6);
        var column = new WidgetColumn(new HudRect(Margin, top, Strip - (2 * Margin), all), Gap);
        foreach (var button in _buttons)
        {
            column.Add(button, height);
        }
    }

    /// <inheritdoc/>
    protected override bool GoBack() => false;

    /// <inheritdoc/>
    protected internal override void Closed() => _search.End();

    private float Strip => Math.Min(Area.Width * 0.6f, StripWidth * Area.TextUnit);

    private float LogoTop => MathF.Floor(Math.Max(10, Area.Height * 0.09f));

    private float LogoBottom => LogoTop + (((LogoSize * PixelFont.CapHeight) + 22) * Area.TextUnit);

    private void TakeUnfinished()
    {
        if (_search.TryTake(out var found) && found is not null)
        {
            _unfinished = found;
            _continue.IsEnabled = true;
            _continue.Detail = $"{found.Goal}, {(int)(100 * found.Share)} %";
            _continue.Help = $"Go on with {found.Goal}: {(int)(100 * found.Share)} % of it stands after {Durations.Of(found.Length)}.";
            Focus(Focused == _buttons[1] ? _continue : Focused);
        }
    }

    private static void DrawLogo(HudBatch batch, Vector2 at)
    {
        batch.Text("Block", at, batch.Theme.Text, LogoSize);
        var unit = batch.Area.UnitOf(LogoSize);
        batch.Text("Assist", at + new Vector2(batch.WidthOf("Block", LogoSize) + unit, 0), batch.Theme.Accent, LogoSize);
    }

    private void DrawHelp(HudBatch batch)
    {
        var line = batch.LineHeight;
        var right = new HudRect(Strip + 8, batch.Area.Height - line - 4, batch.Area.Width - Strip - 16, line);
        if (HelpText.Length > 0)
        {
            var width = Math.Min(right.Width, batch.WidthOf(HelpText) + 13);
            var height = line * TextLayout.CountLines(HelpText, (int)((width - 12) / batch.Area.TextUnit));
            var panel = new HudRect(right.X, right.Bottom - height - 2, width, height + 4);
            batch.Panel(panel);
            batch.Paragraph(HelpText, panel.Inset(6, 2), batch.Theme.Text);
        }

        batch.Text(_version, new HudRect(Margin, right.Y, Strip - (2 * Margin), line), batch.Theme.DimText);
    }
}
