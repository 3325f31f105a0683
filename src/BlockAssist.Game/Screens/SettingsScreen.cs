using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Play;
using BlockAssist.Game.Settings;

namespace BlockAssist.Game.Screens;

/// <summary>All settings, page by page; whatever is changed holds and is saved at once.</summary>
internal sealed class SettingsScreen : Screen
{
    private const float ListShare = 0.22f;
    private const float MostWidth = 470;
    private const float Gap = 6;

    private readonly IReadOnlyList<SettingsPage> _pages;
    private readonly ListView _list;
    private readonly ScrollPane _pane;
    private readonly Button _reset;
    private readonly Button _done;
    private int _shown;

    /// <summary>The settings.</summary>
    /// <param name="live">The settings.</param>
    /// <param name="window">Names keys.</param>
    /// <param name="consent">What is said of whether contributions are recorded; null where none can be.</param>
    /// <param name="decide">Says it.</param>
    public SettingsScreen(LiveSettings live, IGameWindow window, IContributionConsent? consent, Action<bool> decide)
        : base("Settings")
    {
        _pages = new SettingsPages(live, window, consent, decide).All();
        _list = Add(new ListView(new TextRows([.. _pages.Select(page => page.Name)])) { SelectionChanged = Show, Help = "Up and down choose a page, right goes into it." });
        _pane = Add(new ScrollPane());
        _reset = Add(new Button("Reset page", () => Reset(live)) { Help = "Makes everything on this page as usual." });
        _done = Add(new Button("Done", Close) { Help = "Everything holds already, and is saved." });
    }

    /// <summary>The widgets of the page that is shown.</summary>
    internal IReadOnlyList<Widget> Widgets { get; private set; } = [];

    /// <inheritdoc/>
    protected override void Arrange()
    {
        var height = Widget.UsualHeight(Area);
        var width = Math.Min(Content.Width, MostWidth * Area.TextUnit);
        var place = Content with { X = MathF.Floor((Area.Width - width) / 2), Width = width };
        var list = MathF.Floor(width * ListShare);
        var body = place with { Height = place.Height - height - Gap };
        _list.Place(body with { Width = list });
        _list.Measure(Area);
        _pane.Place(body with { X = body.X + list + Gap, Width = width - list - Gap });
        new WidgetColumn(place with { X = place.X + list + Gap, Width = width - list - Gap, Y = place.Bottom - height }, Gap).AddRow(height, _reset, _done);
        Show(_shown);
    }

    private void Show(int page)
    {
        if (page != _shown || Widgets.Count == 0)
        {
            (_shown, Widgets) = (page, _pages[page].Make());
        }

        _pane.Clear();
        foreach (var widget in Widgets)
        {
            _pane.Add(widget, Widget.UsualHeight(Area) + 2);
        }

        _pane.Place(_pane.Bounds);
    }

    private void Reset(LiveSettings live)
    {
        live.Change(_pages[_shown].Reset);
        Widgets = [];
        Show(_shown);
    }
}
