using System.Globalization;
using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Shelves;

namespace BlockAssist.Game.Screens;

/// <summary>Recordings as rows: what, when, how long, how far.</summary>
/// <param name="episodes">The recordings; may change.</param>
/// <param name="zone">Where the person is.</param>
internal sealed class EpisodeRows(IReadOnlyList<RecordedEpisode> episodes, TimeZoneInfo zone) : IListRows
{
    private const float Border = 3;

    /// <inheritdoc/>
    public int Count => episodes.Count;

    /// <summary>When a recording was made, as it is shown.</summary>
    public static string DateOf(RecordedEpisode episode, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(episode.Recorded, zone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public float HeightAt(HudArea area) => (PixelFont.LineHeight * area.TextUnit) + Border;

    /// <inheritdoc/>
    public void Draw(HudBatch batch, HudRect place, int index)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var (episode, inner) = (episodes[index], place.Inset(6, 0));
        var third = inner.Width / 3;
        batch.Text(episode.Goal, inner with { Width = third - 4 }, batch.Theme.Text);
        batch.Text(DateOf(episode, zone), inner with { X = inner.X + third, Width = third }, batch.Theme.DimText);
        batch.Text(batch.Format($"{(int)(100 * episode.Share)} %"), inner, episode.Share >= 1 ? batch.Theme.Marks.Right : batch.Theme.Text, TextAlign.Right);
        batch.Text(Durations.Of(episode.Length), inner with { Width = inner.Width - (30 * batch.Area.TextUnit) }, batch.Theme.DimText, TextAlign.Right);
    }
}
