using System.Numerics;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Play;

/// <summary>How the player's body walks and works, as the player's own hand shows it, and as it is seen from behind.</summary>
internal sealed class PlayerAvatar(BuildSession session)
{
    private Vector3 _feet = FeetOf(session);
    private WalkCycle _walk;
    private float _swing;

    /// <summary>Whether the hand keeps still while one walks.</summary>
    public bool IsCalm { get; set; }

    /// <summary>How it stands now.</summary>
    public AvatarPose Pose => new(_feet, (float)session.Yaw, (float)session.Pitch, _walk.Stride, _walk.Pace, _swing, session.Held);

    /// <summary>The hand as the player sees it.</summary>
    public HandView Hand => new(session.Held, _walk.Stride, IsCalm ? 0 : _walk.Pace, _swing);

    /// <summary>Lets time pass.</summary>
    /// <param name="seconds">How much.</param>
    /// <param name="swing">How far an arm is through a stroke, 0 to 1; 0 for none.</param>
    public void Advance(float seconds, float swing)
    {
        var feet = FeetOf(session);
        var moved = feet - _feet;
        _walk.Advance(session.Body.OnGround ? new Vector2(moved.X, moved.Z).Length() : 0, seconds);
        (_feet, _swing) = (feet, swing);
    }

    private static Vector3 FeetOf(BuildSession session) => session.Body.FeetAt(session.TickShare).ToPoint();
}
