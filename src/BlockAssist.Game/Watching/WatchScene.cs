using System.Runtime.InteropServices;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Play;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Settings;

namespace BlockAssist.Game.Watching;

/// <summary>Draws an episode as it was at any time.</summary>
/// <remarks>Belongs to the thread of its context.</remarks>
public sealed class WatchScene : IDisposable
{
    // More at once are not seen one by one: somebody went far in time.
    private const int MostBursts = 6;

    private readonly WatchedEpisode _episode;
    private readonly SceneRenderer _scene;
    private readonly BlueprintGhosts _ghosts;
    private readonly (AvatarPose Pose, AvatarLook Look)[] _avatars;
    private readonly List<(AvatarPose Pose, AvatarLook Look)> _seen = [];
    private float _seconds;
    private bool _isCalm;

    /// <summary>Prepares to draw.</summary>
    /// <param name="context">On what.</param>
    /// <param name="episode">The episode.</param>
    /// <param name="clock">Tells how long meshing takes.</param>
    /// <exception cref="RenderingException">The driver cannot draw what we draw.</exception>
    public WatchScene(IGlContext context, WatchedEpisode episode, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(episode);
        _episode = episode;
        World = new WatchedWorld(episode);
        _scene = new SceneRenderer(context, World.Place.World, clock, threads: 1);
        _ghosts = new BlueprintGhosts(World.Progress, World.Place.Frame, _scene.Ghosts);
        _avatars = [.. episode.Header.Builders.Select((_, number) => (default(AvatarPose), LookOf(episode, number)))];
        Show(0, 0);
    }

    /// <summary>The world at the time that is shown.</summary>
    public WatchedWorld World { get; }

    /// <summary>Whether what is missing from the blueprint is shown.</summary>
    public bool ShowsGhosts { get; set; }

    /// <summary>How many sections wait for their mesh.</summary>
    internal int Pending => _scene.World.Pending;

    /// <summary>Takes on how a person likes to see it.</summary>
    public void Apply(GameSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_scene.Visibility, _scene.Scale) = (settings.Video.ViewDistance, settings.Video.Sharpness);
        _ghosts.Colours = GhostColours.For(settings.Hud.ColourVision);
        _isCalm = settings.Hud.ReducedMotion;
    }

    /// <summary>The colours of a builder.</summary>
    public AvatarLook LookOf(int builder) => _avatars[builder].Look;

    /// <summary>How a builder stands at the time that is shown.</summary>
    public AvatarPose PoseOf(int builder) => _avatars[builder].Pose;

    /// <summary>Goes to a moment.</summary>
    /// <param name="time">Milliseconds since the start of the episode.</param>
    /// <param name="seconds">How much time passed for who watches: clouds drift and crumbs fly by it.</param>
    /// <returns>How many changes were made on the way there; 0 if it went back.</returns>
    public int Show(double time, float seconds)
    {
        _seconds += seconds;
        _scene.Advance(seconds);
        var changes = World.Seek(time);
        Burst(changes);
        for (var builder = 0; builder < _avatars.Length; builder++)
        {
            _avatars[builder].Pose = _episode.Tracks[builder].At(time, World.Place.Frame.Origin);
        }

        return changes;
    }

    /// <summary>Draws the moment.</summary>
    /// <param name="camera">From where.</param>
    /// <param name="unseen">The builder through whose eyes it is seen; null for none.</param>
    /// <param name="whole">Whether to wait for all that is still to be meshed.</param>
    public void Draw(in Camera camera, int? unseen = null, bool whole = false)
    {
        _seen.Clear();
        for (var builder = 0; builder < _avatars.Length; builder++)
        {
            if (builder != unseen)
            {
                _seen.Add(_avatars[builder]);
            }
        }

        _ghosts.Update(LayerFilter.All);
        if (whole)
        {
            WaitForMeshes(camera);
        }

        _scene.Draw(new SceneFrame
        {
            Camera = camera,
            Daytime = new Daytime(10.5f),
            Seconds = _isCalm ? 0 : _seconds,
            Avatars = CollectionsMarshal.AsSpan(_seen),
            Ghosts = ShowsGhosts,
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _scene.Dispose();

    // Who is alike in what it is there for still looks different.
    private static AvatarLook LookOf(WatchedEpisode episode, int number)
    {
        var builders = episode.Header.Builders;
        var isFirst = !builders.Take(number).Any(other => other.Role == builders[number].Role);
        return episode.IsAssistant(number) ? AvatarLook.Assistant : isFirst ? AvatarLook.Player : AvatarLook.Companion;
    }

    private void WaitForMeshes(in Camera camera)
    {
        for (_scene.World.Update(camera.Place); _scene.World.Pending > 0; _scene.World.Update(camera.Place))
        {
            Thread.Yield();
        }
    }

    private void Burst(int changes)
    {
        if (changes is 0 or > MostBursts)
        {
            return;
        }

        foreach (var change in World.Latest(changes))
        {
            var cell = World.Place.Frame.ToWorld(World.Place.Frame.Size.PosOf(change.Cell));
            _scene.Burst(cell, change.Before, change.After);
        }
    }
}
