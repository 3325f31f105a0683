using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Sound;

/// <summary>Lets a session be heard: what is built, who walks, what is refused, and that the house stands.</summary>
/// <remarks>A frame allocates nothing. Belongs to the thread of the session.</remarks>
public sealed class SessionSounds : IDisposable
{
    // A held button is refused again and again; to say so once is enough.
    private const double QuietAfterRefusal = 0.9;

    private readonly BuildSession _session;
    private readonly GameSounds _sounds;
    private readonly BuildingSounds _building;
    private Footfall _player;
    private Footfall _assistant;
    private double _sinceRefusal = double.PositiveInfinity;

    /// <summary>Listens to a session; both must outlive this.</summary>
    public SessionSounds(BuildSession session, GameSounds sounds)
    {
        ArgumentNullException.ThrowIfNull(session);
        (_session, _sounds) = (session, sounds);
        _building = new BuildingSounds(sounds, session.World, session.IsComplete);
        _player = new Footfall(session.Body.Feet.ToPoint());
        _assistant = new Footfall(session.Assistant?.FeetAt(session.Time).ToPoint() ?? default);
        session.BlockChanged += Hear;
    }

    /// <summary>Follows a frame.</summary>
    /// <param name="camera">The eyes.</param>
    /// <param name="seconds">How long the frame is.</param>
    /// <param name="refused">What the player wanted and did not get; null for nothing.</param>
    public void Follow(in Camera camera, double seconds, Rejection? refused)
    {
        _sounds.Listen(camera.Place, camera.Direction);
        Walk();
        _sinceRefusal += seconds;
        if (refused is not (null or Rejection.NothingInReach) && _sinceRefusal >= QuietAfterRefusal)
        {
            _sounds.Play(SoundKind.Refusal);
            _sinceRefusal = 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.BlockChanged -= Hear;

    private void Walk()
    {
        var feet = _session.Body.FeetAt(_session.TickShare).ToPoint();
        if (_player.Follow(feet, _session.Body.OnGround))
        {
            _building.Step(feet, isAssistant: false);
        }

        if (_session.Assistant is { } assistant && assistant.FeetAt(_session.Time).ToPoint() is var at && _assistant.Follow(at, isOnGround: true))
        {
            _building.Step(at, isAssistant: true);
        }
    }

    private void Hear(BlockChange change)
    {
        _building.Change(_session.Frame.ToWorld(_session.Site.Size.PosOf(change.Cell)), change.Before, change.After, isAssistant: change.Builder > 0);
        _building.Follow(_session.IsComplete);
    }
}
