using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sound;

namespace BlockAssist.Game.Watching;

/// <summary>Lets an episode be heard while it is played on, not too fast; whoever goes elsewhere in it hears nothing on the way.</summary>
/// <remarks>Belongs to one thread.</remarks>
internal sealed class WatchSounds
{
    // Faster than this it would be a rattle.
    private const double FastestHeard = 4;

    private readonly WatchedEpisode _episode;
    private readonly WatchScene _scene;
    private readonly GameSounds _sounds;
    private readonly BuildingSounds _building;
    private readonly Footfall[] _feet;

    /// <summary>Listens to an episode as it is shown.</summary>
    public WatchSounds(WatchedEpisode episode, WatchScene scene, GameSounds sounds)
    {
        (_episode, _scene, _sounds) = (episode, scene, sounds);
        _building = new BuildingSounds(sounds, scene.World.Place.World, Stands);
        _feet = [.. episode.Tracks.Select((_, builder) => new Footfall(scene.PoseOf(builder).Feet))];
    }

    private bool Stands => _scene.World.Progress.Total.Left == 0;

    /// <summary>Follows a frame.</summary>
    /// <param name="camera">Where the ears are.</param>
    /// <param name="playhead">Whether it is played on, and how fast.</param>
    /// <param name="changes">How many blocks the frame changed.</param>
    public void Follow(in Camera camera, Playhead playhead, int changes)
    {
        _sounds.Listen(camera.Place, camera.Direction);
        var isHeard = playhead.HasPlayedOn && playhead.Speed <= FastestHeard;
        if (isHeard && changes > 0)
        {
            Build(changes);
        }

        Walk(isHeard);
        _building.Follow(Stands, isHeard);
    }

    private void Build(int changes)
    {
        var frame = _scene.World.Place.Frame;
        foreach (var change in _scene.World.Latest(changes))
        {
            _building.Change(frame.ToWorld(frame.Size.PosOf(change.Cell)), change.Before, change.After, _episode.IsAssistant(change.Builder));
        }
    }

    private void Walk(bool isHeard)
    {
        for (var builder = 0; builder < _feet.Length; builder++)
        {
            var feet = _scene.PoseOf(builder).Feet;
            if (_feet[builder].Follow(feet, _building.IsOnGround(feet)) && isHeard)
            {
                _building.Step(feet, _episode.IsAssistant(builder));
            }
        }
    }
}
