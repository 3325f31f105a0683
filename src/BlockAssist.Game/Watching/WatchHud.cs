using System.Numerics;
using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Watching;

/// <summary>Shows over the picture where in an episode one is, who builds, and which keys do what.</summary>
/// <remarks>Belongs to the thread of its context.</remarks>
internal sealed class WatchHud : IDisposable
{
    private const string Keys = "Space pause   ← → 5 s   , . step   N P event   + - speed   C camera   G ghosts   F1 hide   drag to look";
    private const string FewKeys = "Space pause   ← → 5 s   N P event   + - speed   C camera";
    private const int TimelineHeight = 22;
    private const int Margin = 8;

    private readonly IGameWindow _window;
    private readonly WatchedEpisode _episode;
    private readonly WatchScene _scene;
    private readonly HudRenderer _renderer;
    private readonly HudBatch _batch;
    private readonly Toasts _toasts = new();
    private readonly HudColour[] _colours;
    private readonly Timeline _timeline;
    private readonly BuilderList _builders;

    /// <summary>Prepares to show.</summary>
    public WatchHud(IGameWindow window, WatchedEpisode episode, WatchScene scene)
    {
        (_window, _episode, _scene) = (window, episode, scene);
        var atlas = new HudAtlas();
        (_renderer, _batch) = (new HudRenderer(window, atlas), new HudBatch(atlas));
        _colours = [.. Enumerable.Range(0, episode.Header.Builders.Count).Select(builder => ColourOf(scene.LookOf(builder).Shirt))];
        (_timeline, _builders) = (new Timeline(episode, _colours), new BuilderList(episode, _colours));
        if (episode.Damage is { } damage)
        {
            _toasts.Show($"The file is damaged and is shown as far as it is whole: {damage}", ToastKind.Trouble);
        }
        else if (episode.IsCutOff)
        {
            _toasts.Show("The recording was cut off; it is shown as far as it goes.");
        }
    }

    private HudArea Area => HudArea.For(_window.Size, HudArea.UsualScale(_window.Size));

    /// <summary>The time at a pixel of the window, if the timeline is there.</summary>
    public double? TimeAt((float X, float Y) pixel)
    {
        var area = Area;
        var at = TimelineIn(area);
        var (x, y) = (pixel.X / area.Scale, pixel.Y / area.Scale);
        return at.Inset(-4, -5).Contains(x, y) ? _timeline.TimeAt(at, x) : null;
    }

    /// <summary>The time below or above which a pixel is, wherever it is: for who drags.</summary>
    public double NearestTime((float X, float Y) pixel) => _timeline.TimeAt(TimelineIn(Area), pixel.X / Area.Scale);

    /// <summary>Draws it.</summary>
    public void Draw(Playhead playhead, WatchCamera camera, double seconds)
    {
        _batch.Begin(Area, HudTheme.Usual, seconds);
        var (area, layout) = (_batch.Area, new HudLayout(_batch.Area));
        var progress = _scene.World.Progress.Total;
        Progress.Draw(_batch, layout.Progress, new ProgressView(_episode.Header.GoalName, (float)progress.Share, progress.Missing, progress.Wrong, progress.Extra));
        _builders.Draw(_batch, new Vector2(Margin, Margin), layout.Progress.X - (2 * Margin), playhead.Time);
        var timeline = TimelineIn(area);
        var line = _batch.LineHeight;
        _batch.Panel(new HudRect(0, timeline.Y - line - 6, area.Width, area.Height - timeline.Y + line + 7));
        DrawClock(timeline with { Y = timeline.Y - line - 3, Height = line }, playhead, camera);
        _timeline.Draw(_batch, timeline, playhead.Time);
        var help = timeline with { Y = timeline.Bottom + 4, Height = line };
        _batch.Text(_batch.WidthOf(Keys) <= help.Width ? Keys : FewKeys, help, _batch.Theme.DimText, TextAlign.Centre);
        _toasts.Draw(_batch, layout.Toasts with { Y = layout.Toasts.Y - 40 });
        _renderer.Draw(_batch);
    }

    /// <inheritdoc/>
    public void Dispose() => _renderer.Dispose();

    private static HudColour ColourOf(Vector3 colour) =>
        new HudColour((byte)(255 * colour.X), (byte)(255 * colour.Y), (byte)(255 * colour.Z)).Mixed(HudColour.White, 0.2f);

    private static HudRect TimelineIn(HudArea area)
    {
        var line = PixelFont.LineHeight * area.TextUnit;
        return new HudRect(Margin, area.Height - line - 6 - TimelineHeight, area.Width - (2 * Margin), TimelineHeight);
    }

    private void DrawClock(HudRect at, Playhead playhead, WatchCamera camera)
    {
        var (now, end) = (TimeSpan.FromMilliseconds(playhead.Time), TimeSpan.FromMilliseconds(playhead.Length));
        var sign = playhead.IsPlaying ? "▶" : "❚❚";
        _batch.Text(sign, at, _batch.Theme.Accent);
        var clock = at with { X = at.X + (12 * _batch.Area.TextUnit) };
        _batch.Text(_batch.Format($"{(int)now.TotalMinutes}:{now.Seconds:00}.{now.Milliseconds / 100} / {(int)end.TotalMinutes}:{end.Seconds:00}   {playhead.Speed}×"), clock, _batch.Theme.Text);
        var view = camera.View switch
        {
            WatchView.Free => _batch.Format($"free camera (W A S D)"),
            WatchView.Orbit => _batch.Format($"camera around the site"),
            _ => _batch.Format($"camera follows {_episode.Header.Builders[camera.Followed].Name}"),
        };
        _batch.Text(view, at, _batch.Theme.DimText, TextAlign.Right);
    }
}
