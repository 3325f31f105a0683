using System.Numerics;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>How the assistant's body walks, turns and works.</summary>
internal sealed class AssistantAvatar(BuildSession session, AssistantSeat seat)
{
    private const float Pitch = 10;

    private Location _before = seat.FeetAt(0);
    private float _stride;
    private float _pace;
    private float _yaw;
    private float _swing;

    /// <summary>How it stands now.</summary>
    public AvatarPose Pose => new(
        new Vector3((float)_before.X, (float)_before.Y, (float)_before.Z), _yaw, Pitch, _stride, _pace, Math.Min(_swing, 1), seat.Intent?.Block ?? Block.Air);

    /// <summary>It changed a block.</summary>
    public void Swing() => _swing = 0.01f;

    /// <summary>Lets time pass.</summary>
    public void Advance(float seconds)
    {
        _swing = _swing is > 0 and < 1 ? _swing + (3 * seconds) : 0;
        var feet = seat.FeetAt(session.Time);
        var (x, z) = ((float)(feet.X - _before.X), (float)(feet.Z - _before.Z));
        var moved = MathF.Sqrt((x * x) + (z * z));
        _stride += moved;
        _pace += (Math.Clamp(moved / Math.Max(seconds, 1e-3f) / 2.5f, 0, 1) - _pace) * Math.Min(1, 10 * seconds);
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
