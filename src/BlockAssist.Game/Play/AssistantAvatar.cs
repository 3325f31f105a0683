using System.Numerics;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>How the assistant's body walks, turns and works.</summary>
internal sealed class AssistantAvatar(BuildSession session, AssistantSeat seat)
{
    private const float Pitch = 10;
    private const float Chest = 1.15f;

    private Location _before = seat.FeetAt(0);
    private WalkCycle _walk;
    private float _yaw;
    private float _swing;

    /// <summary>How it stands now.</summary>
    public AvatarPose Pose => new(
        _before.ToPoint(), _yaw, Pitch, _walk.Stride, _walk.Pace, Math.Min(_swing, 1), seat.Intent?.Block ?? Block.Air);

    /// <summary>What it is about to do; null if nothing is known.</summary>
    public IntentView? Intent
    {
        get
        {
            if (seat.Intent is not { } intent || !(intent.Action.IsEdit || intent.Action.IsMove))
            {
                return null;
            }

            var kind = intent.Action.IsMove ? IntentKind.Walk : intent.Action.Type == ActionType.Place ? IntentKind.Place : IntentKind.Break;
            var reach = kind == IntentKind.Walk ? 0.1f : Chest;
            return new IntentView(kind, Pose.Feet + new Vector3(0, reach, 0), session.Frame.ToWorld(intent.Cell), kind == IntentKind.Place ? intent.Block : Block.Air);
        }
    }

    /// <summary>It changed a block.</summary>
    public void Swing() => _swing = 0.01f;

    /// <summary>Lets time pass.</summary>
    public void Advance(float seconds)
    {
        _swing = _swing is > 0 and < 1 ? _swing + (3 * seconds) : 0;
        var feet = seat.FeetAt(session.Time);
        var (x, z) = ((float)(feet.X - _before.X), (float)(feet.Z - _before.Z));
        _walk.Advance(MathF.Sqrt((x * x) + (z * z)), seconds);
        _yaw = Towards(_yaw, WantedYaw(feet, x, z), 360 * seconds);
        _before = feet;
    }

    // It looks at what it is about to do; otherwise where it walks.
    private float WantedYaw(Location feet, float x, float z)
    {
        if (seat.Intent is { } intent && intent.Action.IsEdit)
        {
            var cell = session.Frame.ToWorld(intent.Cell);
            (x, z) = ((float)(cell.X + 0.5 - feet.X), (float)(cell.Z + 0.5 - feet.Z));
        }

        return (x * x) + (z * z) > 1e-6f ? float.RadiansToDegrees(MathF.Atan2(-x, z)) : _yaw;
    }

    private static float Towards(float from, float to, float most)
    {
        var turn = (((to - from) % 360) + 540) % 360 - 180;
        return from + Math.Clamp(turn, -most, most);
    }
}
