using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Shelves;

namespace BlockAssist.Game.Screens;

/// <summary>Everything that was recorded, newest first.</summary>
internal sealed class ReplaysScreen : Screen
{
    private const float DetailLines = 4;
    private const float Gap = 4;

    private readonly TimeZoneInfo _zone;
    private readonly BackgroundWork<string, RecordedEpisode?> _reading = new("recordings", RecordedEpisode.Read);
    private readonly List<RecordedEpisode> _episodes = [];
    private readonly ListView _list;
    private readonly Button _watch;
    private readonly Button _back;
    private HudRect _details;

    /// <summary>The list.</summary>
    /// <param name="folder">Where recordings are.</param>
    /// <param name="zone">Where the person is.</param>
    /// <param name="watch">Shows a recording.</param>
    public ReplaysScreen(string folder, TimeZoneInfo zone, Action<RecordedEpisode> watch)
        : base("Replays")
    {
        _zone = zone;
        _list = Add(new ListView(new EpisodeRows(_episodes, zone)) { Chosen = index => watch(_episodes[index]) });
        _watch = Add(new Button("Watch", () => watch(_episodes[_list.Selected])) { IsEnabled = false });
        _back = Add(new Button("Back", Close));
        foreach (var file in RecordedEpisode.FilesOf(folder))
        {
            _reading.Ask(file);
        }
    }

    /// <summary>The recordings that are listed.</summary>
    internal IReadOnlyList<RecordedEpisode> Episodes => _episodes;

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        while (_reading.TryTake(out var episode))
        {
            Take(episode);
        }

        base.Draw(batch);
        if (_episodes.Count == 0)
        {
            batch.Text(_reading.Pending > 0 ? "Looking …" : "Nothing was recorded yet", _list.Bounds, batch.Theme.DimText, TextAlign.Centre);
        }

        batch.Panel(_details);
        if (_list.Selected >= 0)
        {
            DrawDetails(batch, _episodes[_list.Selected]);
        }
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        var height = Widget.UsualHeight(Area);
        var line = PixelFont.LineHeight * Area.TextUnit;
        var bottom = Content.Bottom - height;
        _details = Content with { Y = bottom - Gap - (DetailLines * line) - 6, Height = (DetailLines * line) + 6 };
        _list.Place(Content with { Height = _details.Y - Gap - Content.Y });
        _list.Measure(Area);
        var buttons = new WidgetColumn(Content with { Y = bottom, X = Content.X + (Content.Width / 4), Width = Content.Width / 2 }, Gap);
        buttons.AddRow(height, _watch, _back);
    }

    /// <inheritdoc/>
    protected internal override void Closed() => _reading.End();

    private void Take(RecordedEpisode? episode)
    {
        if (episode is not null)
        {
            _episodes.Add(episode);
            _watch.IsEnabled = true;
        }
    }

    private void DrawDetails(HudBatch batch, RecordedEpisode episode)
    {
        var row = _details.Inset(6, 3) with { Height = batch.LineHeight };
        batch.Text(episode.Goal, row, batch.Theme.Accent);
        batch.Text(EpisodeRows.DateOf(episode, _zone), row, batch.Theme.DimText, TextAlign.Right);
        row = row.Moved(0, batch.LineHeight);
        batch.Text(batch.Format($"{(int)(100 * episode.Share)} % stands after {Durations.Of(episode.Length)}: {episode.Actions} actions, {episode.Edits} of them blocks"), row, batch.Theme.Text);
        row = row.Moved(0, batch.LineHeight);
        batch.Text(batch.Format($"Built by {string.Join(" and ", episode.Builders)}"), row, batch.Theme.DimText);
        row = row.Moved(0, batch.LineHeight);
        var note = episode.Damage ?? (episode.Continues is { } before ? $"goes on from {before}" : Path.GetFileName(episode.Path));
        batch.Text(note, row, episode.Damage is null ? batch.Theme.DimText : batch.Theme.Marks.Wrong);
    }
}
