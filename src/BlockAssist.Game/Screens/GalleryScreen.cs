using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Shelves;
using BlockAssist.Simulation.Voxels;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Screens;

/// <summary>What can be built: houses that are made up, five at a time, and those that a person brought along.</summary>
internal sealed class GalleryScreen : Screen, IDisposable
{
    private const int AtOnce = 5;
    private const float FactsShare = 0.32f;
    private const float Gap = 4;

    private readonly GridSize _site;
    private readonly ulong _firstSeed;
    private readonly Thumbnails _thumbnails;
    private readonly BackgroundWork<string, GalleryHouse?> _reading = new("own houses", OwnHouses.Read);
    private readonly List<GalleryHouse> _all = [];
    private readonly List<GalleryHouse> _shown = [];
    private readonly TextField _search;
    private readonly Button _more;
    private readonly GridView _grid;
    private readonly HouseFacts _facts;
    private readonly Button _build;
    private readonly Button _back;
    private ulong _madeUp;

    /// <summary>The gallery.</summary>
    /// <param name="gl">OpenGL, for the pictures.</param>
    /// <param name="own">Where a person's own houses are.</param>
    /// <param name="made">The site that houses are made up for, and the seed of the first.</param>
    /// <param name="clipboard">To paste from.</param>
    /// <param name="build">Is told what is to be built.</param>
    public GalleryScreen(GL gl, OwnHouses own, (GridSize Site, ulong Seed) made, Clipboard clipboard, Action<GalleryHouse> build)
        : base("Choose a house")
    {
        (_site, _firstSeed) = made;
        _thumbnails = new Thumbnails(gl);
        _search = new TextField(clipboard) { Hint = "Search by name or block", Changed = _ => Filter(), Help = "Shows the houses whose name, or one of whose blocks, has this in it." };
        _more = new Button("Five more", MakeUp) { Help = "Makes up another five houses. Each has a number, and the same number is the same house for ever." };
        _grid = new GridView(new HouseCards(_shown, _thumbnails))
        {
            SelectionChanged = _ => Describe(),
            Chosen = _ => Build(build),
            Help = "Enter, or a second click, builds it. Drop a blueprint file on the window to add one of your own (♥).",
        };
        _facts = new HouseFacts(_thumbnails);
        _build = new Button("Build it", () => Build(build)) { Help = "Lays out the site and begins. All that is done is recorded." };
        _back = new Button("Back", Close);
        Add(_grid);
        Add(_search);
        Add(_more);
        Add(_facts);
        Add(_build);
        Add(_back);
        MakeUp();
        foreach (var file in own.Files())
        {
            _reading.Ask(file);
        }
    }

    /// <summary>The houses that are shown.</summary>
    internal IReadOnlyList<GalleryHouse> Houses => _shown;

    /// <summary>Adds a house that was brought along just now, and selects it.</summary>
    public void Show(GalleryHouse house)
    {
        _all.Insert(0, house);
        _search.Text = "";
        Filter();
        _grid.Select(0);
    }

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        while (_reading.TryTake(out var house))
        {
            Take(house);
        }

        _thumbnails.Update();
        base.Draw(batch);
        if (_shown.Count == 0)
        {
            batch.Text("No house is called that", _grid.Bounds, batch.Theme.DimText, TextAlign.Centre);
        }
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        var height = Widget.UsualHeight(Area);
        var right = MathF.Floor(Content.Width * FactsShare);
        var left = Content with { Width = Content.Width - right - Gap };
        var more = MathF.Floor(left.Width * 0.3f);
        _search.Place(left with { Width = left.Width - more - Gap, Height = height });
        _more.Place(left with { X = left.Right - more, Width = more, Height = height });
        _grid.Place(left with { Y = left.Y + height + Gap, Height = left.Height - height - Gap });
        _grid.Measure(Area);
        var facts = Content with { X = left.Right + Gap, Width = right };
        _facts.Place(facts with { Height = facts.Height - height - Gap });
        new WidgetColumn(facts with { Y = facts.Bottom - height }, Gap).AddRow(height, _build, _back);
    }

    /// <inheritdoc/>
    protected internal override void Closed() => Dispose();

    /// <inheritdoc/>
    public void Dispose()
    {
        _reading.End();
        _thumbnails.Dispose();
    }

    private void Take(GalleryHouse? house)
    {
        if (house is not null)
        {
            // Own ones come first, in the order of their names.
            _all.Insert(_all.TakeWhile(other => other.IsOwn).Count(), house);
            Filter();
        }
    }

    private void MakeUp()
    {
        for (var count = 0; count < AtOnce; count++, _madeUp++)
        {
            _all.Add(GalleryHouse.MadeUp(_site, _firstSeed + _madeUp));
        }

        Filter();
        if (_madeUp > AtOnce)
        {
            _grid.Select(_shown.Count - AtOnce);
        }
    }

    private void Filter()
    {
        var before = _facts.House;
        _shown.Clear();
        _shown.AddRange(_all.Where(Matches));
        _grid.Measure(Area);
        _grid.Select(Math.Max(0, before is null ? 0 : _shown.IndexOf(before)));
    }

    private bool Matches(GalleryHouse house) =>
        house.Name.Contains(_search.Text, StringComparison.OrdinalIgnoreCase)
        || house.Materials.Exists(material => BlockNames.Of(material.Block).Contains(_search.Text, StringComparison.OrdinalIgnoreCase));

    private void Describe()
    {
        _facts.House = _grid.Selected >= 0 ? _shown[_grid.Selected] : null;
        _build.IsEnabled = _facts.House is not null;
    }

    private void Build(Action<GalleryHouse> build)
    {
        if (_facts.House is { } house)
        {
            build(house);
        }
    }
}
