using System.Numerics;
using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Watching;

/// <summary>Who builds, each in the colour of the timeline, and what each has just done.</summary>
internal sealed class BuilderList(WatchedEpisode episode, IReadOnlyList<HudColour> colours)
{
    private const double Recent = 1800;
    private const float Icon = 10;

    private readonly List<long> _times = [.. episode.Events.Select(happened => happened.Time)];

    /// <summary>Draws it.</summary>
    /// <param name="batch">Where.</param>
    /// <param name="at">Its upper left corner.</param>
    /// <param name="most">The widest it may be.</param>
    /// <param name="time">When, in milliseconds.</param>
    public void Draw(HudBatch batch, Vector2 at, float most, double time)
    {
        var unit = batch.Area.TextUnit;
        var height = batch.LineHeight + 3;
        for (var builder = 0; builder < colours.Count; builder++)
        {
            var name = episode.Header.Builders[builder].Name;
            var happened = LastOf(builder, time);
            var doing = happened is { } last ? Doing(last.Kind) : "";
            var iconWidth = happened is { IsEdit: true } ? Icon + 4 : 0;
            var doingWidth = happened is null ? 0 : batch.WidthOf(doing) + 6 + iconWidth;
            var row = new HudRect(at.X, at.Y + (builder * height), Math.Min(most - doingWidth, (14 * unit) + batch.WidthOf(name) + 6), height - 1);
            batch.Panel(row with { Width = row.Width + doingWidth });
            batch.Fill(new HudRect(row.X + 3, row.MiddleY - (3 * unit), 6 * unit, 6 * unit), colours[builder]);
            batch.Text(name, row with { X = row.X + 3 + (10 * unit), Width = row.Width - 6 - (10 * unit) }, batch.Theme.Text);
            if (happened is { } shown)
            {
                var isMistake = shown.Kind == WatchedEventKind.Mistake;
                batch.Text(doing, new HudRect(row.Right, row.Y, doingWidth - iconWidth - 2, row.Height), isMistake ? batch.Theme.Marks.Wrong : batch.Theme.DimText);
                if (shown.IsEdit)
                {
                    batch.Icon(shown.Block, new HudRect(row.Right + doingWidth - iconWidth, row.MiddleY - (Icon / 2), Icon, Icon));
                }
            }
        }
    }

    private static string Doing(WatchedEventKind kind) => kind switch
    {
        WatchedEventKind.Placement => "places",
        WatchedEventKind.Break => "breaks",
        WatchedEventKind.Pause => "pauses the assistant",
        WatchedEventKind.Resume => "lets the assistant go on",
        WatchedEventKind.Pace => "changes the assistant's pace",
        _ => "errs with",
    };

    private WatchedEvent? LastOf(int builder, double time)
    {
        for (var index = Moments.After(_times, time) - 1; index >= 0 && time - _times[index] < Recent; index--)
        {
            var happened = episode.Events[index];
            if (happened.Builder == builder && happened.Kind != WatchedEventKind.Finish)
            {
                return happened;
            }
        }

        return null;
    }
}
