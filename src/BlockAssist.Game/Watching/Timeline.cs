using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Watching;

/// <summary>An episode from its start to its end: how much was built when and by whom, mistakes, the moment it stood, and where one is.</summary>
public sealed class Timeline
{
    private const float CursorWidth = 2;
    private const float MarkHeight = 4;

    private readonly WatchedEpisode _episode;
    private readonly HudColour[] _colours;
    private int[,] _edits = new int[0, 0];
    private bool[] _mistakes = [];
    private int _most = 1;

    /// <summary>A timeline.</summary>
    /// <param name="episode">Of what.</param>
    /// <param name="colours">The colour of each builder.</param>
    public Timeline(WatchedEpisode episode, IReadOnlyList<HudColour> colours) => (_episode, _colours) = (episode, [.. colours]);

    /// <summary>The time at a place.</summary>
    /// <param name="at">Where the timeline is.</param>
    /// <param name="x">How far from the left.</param>
    public double TimeAt(HudRect at, float x) => _episode.Length * Math.Clamp((x - at.X) / (double)at.Width, 0, 1);

    /// <summary>Draws it.</summary>
    public void Draw(HudBatch batch, HudRect at, double time)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Count((int)at.Width);
        batch.Panel(new HudRect(at.X - 1, at.Y - 1, at.Width + 2, at.Height + 2), batch.Theme.Well, HudColour.Black);
        var done = at with { Width = XOf(at, time) - at.X };
        batch.Fill(done, batch.Theme.Accent.Faded(0.14f));
        DrawEdits(batch, at);
        DrawFinish(batch, at);
        batch.Fill(new HudRect(done.Right - (CursorWidth / 2), at.Y - 3, CursorWidth, at.Height + 6), batch.Theme.Accent);
    }

    private float XOf(HudRect at, double time) => at.X + (float)(at.Width * time / _episode.Length);

    // Higher where more was built; who did it tells the colour.
    private void DrawEdits(HudBatch batch, HudRect at)
    {
        var room = at.Height - MarkHeight - 3;
        for (var column = 0; column < _mistakes.Length; column++)
        {
            var bottom = at.Bottom - MarkHeight - 1;
            for (var builder = 0; builder < _colours.Length; builder++)
            {
                // At least a pixel: a single block is to be found again.
                var height = _edits[builder, column] == 0 ? 0 : Math.Max(2, room * _edits[builder, column] / _most);
                bottom -= height;
                batch.Fill(new HudRect(at.X + column, Math.Max(at.Y, bottom), 1, height), _colours[builder]);
            }

            if (_mistakes[column])
            {
                batch.Fill(new HudRect(at.X + column - 0.5f, at.Bottom - MarkHeight, 2, MarkHeight), batch.Theme.Marks.Wrong);
            }
        }
    }

    private void DrawFinish(HudBatch batch, HudRect at)
    {
        var sign = 10 * batch.Area.TextUnit;
        foreach (var happened in _episode.Events)
        {
            if (happened.Kind == WatchedEventKind.Finish)
            {
                var x = XOf(at, happened.Time);
                batch.Fill(new HudRect(x - 0.5f, at.Y, 1, at.Height), batch.Theme.Marks.Right);
                batch.Text("✓", new HudRect(x - sign, at.Y, sign, sign), batch.Theme.Marks.Right);
            }
        }
    }

    private void Count(int columns)
    {
        if (columns == _mistakes.Length)
        {
            return;
        }

        (_edits, _mistakes) = (new int[_colours.Length, columns], new bool[columns]);
        foreach (var happened in _episode.Events)
        {
            var column = (int)Math.Min(columns - 1, columns * happened.Time / _episode.Length);
            _edits[happened.Builder, column] += happened.IsEdit ? 1 : 0;
            _mistakes[column] |= happened.Kind == WatchedEventKind.Mistake;
        }

        _most = Math.Max(3, _edits.Cast<int>().Max());
    }
}
