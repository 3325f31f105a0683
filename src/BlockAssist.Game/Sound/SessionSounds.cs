using System.Numerics;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sound;

/// <summary>Lets a session be heard: what is built, who walks, what is refused, and that the house stands.</summary>
/// <remarks>A frame allocates nothing. Belongs to the thread of the session.</remarks>
public sealed class SessionSounds : IDisposable
{
    // The assistant sounds a little smaller than the player, and lighter on its feet.
    private const float AssistantPitch = 1.12f;
    private const float AssistantStep = 0.45f;

    // A held button is refused again and again; to say so once is enough.
    private const double QuietAfterRefusal = 0.9;

    private readonly BuildSession _session;
    private readonly GameSounds _sounds;
    private Footfall _player;
    private Footfall _assistant;
    private double _sinceRefusal = double.PositiveInfinity;
    private bool _isComplete;

    /// <summary>Listens to a session; both must outlive this.</summary>
    public SessionSounds(BuildSession session, GameSounds sounds)
    {
        ArgumentNullException.ThrowIfNull(session);
        (_session, _sounds, _isComplete) = (session, sounds, session.IsComplete);
        _player = new Footfall(Place(session.Body.Feet));
        _assistant = new Footfall(Place(session.Assistant?.FeetAt(session.Time) ?? default));
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

    private static Vector3 Place(in Location at) => new((float)at.X, (float)at.Y, (float)at.Z);

    private void Walk()
    {
        var feet = Place(_session.Body.FeetAt(_session.TickShare));
        if (_player.Follow(feet, _session.Body.OnGround))
        {
            Step(feet, SoundChannel.Footsteps, 1, 1);
        }

        if (_session.Assistant is { } assistant && Place(assistant.FeetAt(_session.Time)) is var at && _assistant.Follow(at, isOnGround: true))
        {
            Step(at, SoundChannel.Assistant, AssistantStep, AssistantPitch);
        }
    }

    private void Step(Vector3 feet, SoundChannel channel, float gain, float pitch)
    {
        var ground = _session.World[new BlockPos((int)MathF.Floor(feet.X), (int)MathF.Floor(feet.Y - 0.1f), (int)MathF.Floor(feet.Z))];
        if (ground.IsSolid())
        {
            _sounds.Play(SoundKind.Step, ground, channel, new SoundCue(feet, gain, pitch));
        }
    }

    private void Hear(BlockChange change)
    {
        var isBreak = change.After == Block.Air;
        var isAssistant = change.Builder > 0;
        var cell = _session.Frame.ToWorld(_session.Site.Size.PosOf(change.Cell));
        var cue = new SoundCue(new Vector3(cell.X + 0.5f, cell.Y + 0.5f, cell.Z + 0.5f), 1, isAssistant ? AssistantPitch : 1);
        var channel = isAssistant ? SoundChannel.Assistant : SoundChannel.Blocks;
        var material = (Material)(isBreak ? change.Before : change.After);
        _sounds.Play(isBreak ? SoundKind.Break : SoundKind.Place, material, channel, cue);
        if (isAssistant)
        {
            _sounds.Play(SoundKind.Chime, material, channel, cue);
        }

        Celebrate();
    }

    private void Celebrate()
    {
        if (_session.IsComplete && !_isComplete)
        {
            _sounds.Play(SoundKind.Completion);
        }

        _isComplete = _session.IsComplete;
    }
}
