using System.Numerics;
using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Pieces;

namespace BlockAssist.Game.Watching;

/// <summary>Shows over the picture where in an episode one is, who builds, and which keys do what.</summary>
internal sealed class WatchHud
{
    private const string Keys = "Space pause   ← → 5 s   , . step   N P event   + - speed   C camera   G ghosts   F1 hide   drag to look";
    private const string FewKeys = "Space pause   ← → 5 s   N P event   + - speed   C camera";
    private const int TimelineHeight = 22;
    private const int Margin = 8;

    private readonly WatchedEpisode _episode;
    private readonly WatchScene _scene;
    private readonly Toasts _toasts;
    private readonly HudColour[] _colours;
    private readonly Timeline _timeline;
    private readonly BuilderList _builders;
    private HudArea _area = new(0, 0, 1, 1);

    /// <summary>Prepares to show.</summary>
    public WatchHud(WatchedEpisode episode, WatchScene scene, Toasts toasts)
    {
        (_episode, _scene, _toasts) = (episode, scene, toasts);
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

    /// <summary>The time at a pixel of the window, if the timeline was drawn there.</summary>
    public double? TimeAt((float X, float Y) pixel)
    {
        var at = TimelineIn(_area);
        var (x, y) = (pixel.X / _area.Scale, pixel.Y / _area.Scale);
        return at.Inset(-4, -5).Contains(x, y) ? _timeline.TimeAt(at, x) : null;
    }

    /// <summary>The time below or above which a pixel is, wherever it is: for who drags.</summary>
    public double NearestTime((float X, float Y) pixel) => _timeline.TimeAt(TimelineIn(_area), pixel.X / _area.Scale);

    /// <summary>Draws it.</summary>
    public void Draw(HudBatch batch, Playhead playhead, WatchCamera camera)
    {
        var (area, layout) = (batch.Area, new HudLayout(batch.Area));
        _area = area;
        var progress = _scene.World.Progress.Total;
        Progress.Draw(batch, layout.Progress, new ProgressView(_episode.Header.GoalName, (float)progress.Share, progress.Missing, progress.Wrong, progress.Extra));
        _builders.Draw(batch, new Vector2(Margin, Margin), layout.Progress.X - (2 * Margin), playhead.Time);
        var timeline = TimelineIn(area);
        var line = batch.LineHeight;
        var panel = timeline.Y - line - 6;
        batch.Panel(new HudRect(0, panel, area.Width, area.Height - panel + 1));
        DrawClock(batch, timeline with { Y = timeline.Y - line - 3, Height = line }, playhead, camera);
        _timeline.Draw(batch, timeline, playhead.Time);
        var help = timeline with { Y = timeline.Bottom + 4, Height = line };
        batch.Text(batch.WidthOf(Keys) <= help.Width ? Keys : FewKeys, help, batch.Theme.DimText, TextAlign.Centre);
        _toasts.Draw(batch, layout.Toasts with { Y = panel - 10 - layout.Toasts.Height });
    }

    private static HudColour ColourOf(Vector3 colour) =>
        new HudColour((byte)(255 * colour.X), (byte)(255 * colour.Y), (byte)(255 * colour.Z)).Mixed(HudColour.White, 0.2f);

    private static HudRect TimelineIn(HudArea area)
    {
        var line = PixelFont.LineHeight * area.TextUnit;
        return new HudRect(Margin, area.Height - line - 6 - TimelineHeight, area.Width - (2 * Margin), TimelineHeight);
    }

    private void DrawClock(HudBatch batch, HudRect at, Playhead playhead, WatchCamera camera)
    {
        var (now, end) = (TimeSpan.FromMilliseconds(playhead.Time), TimeSpan.FromMilliseconds(playhead.Length));
        var sign = playhead.IsPlaying ? "▶" : "❚❚";
        batch.Text(sign, at, batch.Theme.Accent);
        var clock = at with { X = at.X + (12 * batch.Area.TextUnit) };
        batch.Text(batch.Format($"{(int)now.TotalMinutes}:{now.Seconds:00}.{now.Milliseconds / 100} / {(int)end.TotalMinutes}:{end.Seconds:00}   {playhead.Speed}×"), clock, batch.Theme.Text);
        var view = camera.View switch
        {
            WatchView.Free => batch.Format($"free camera (W A S D)"),
            WatchView.Orbit => batch.Format($"camera around the site"),
            _ => batch.Format($"camera follows {_episode.Header.Builders[camera.Followed].Name}"),
        };
        batch.Text(view, at, batch.Theme.DimText, TextAlign.Right);
    }
}
