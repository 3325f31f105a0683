using System.Numerics;
using BlockAssist.Game.Play;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Watching;

/// <summary>Where an episode is looked at from: freely, around the site, or over a builder's shoulder.</summary>
/// <remarks>Belongs to one thread.</remarks>
public sealed class WatchCamera
{
    private const float DegreesAPixel = 0.2f;
    private const float BlocksASecond = 9;
    private const float Overview = 28;
    private const float NearestDistance = 2;
    private const float FarthestDistance = 60;
    private const float Behind = 4.5f;

    // A wall so near behind the head leaves no room to look over a shoulder.
    private const float NoRoom = 1.2f;

    // So much of the way to where a follower should be is left after a second.
    private const float Lag = 0.06f;

    private readonly VoxelWorld _world;
    private readonly Vector3 _middle;
    private readonly float _wide;
    private float _yaw = 215;
    private float _pitch = Overview;
    private float _distance;
    private Vector3 _place;
    private float? _followedYaw;

    /// <summary>A free camera that looks over a site.</summary>
    public WatchCamera(VoxelWorld world, SiteFrame frame)
    {
        var size = new Vector3(frame.Size.Width, frame.Size.Height, frame.Size.Depth);
        _world = world;
        _middle = frame.Origin.Corner() + (size * new Vector3(0.5f, 0.4f, 0.5f));
        _distance = _wide = 3.5f + (0.95f * Math.Max(size.X, Math.Max(size.Y, size.Z)));
        _place = _middle - (_distance * Direction);
    }

    /// <summary>How it looks.</summary>
    public WatchView View { get; private set; }

    /// <summary>The builder it follows, if it does.</summary>
    public int Followed { get; private set; }

    /// <summary>The builder through whose eyes it looks, because there is no room behind; null for none.</summary>
    public int? Inhabited { get; private set; }

    /// <summary>How fast it goes around the site, in degrees a second.</summary>
    public float Orbit { get; init; } = 8;

    private Vector3 Direction => new Camera { Yaw = _yaw, Pitch = _pitch }.Direction;

    /// <summary>Looks in another way.</summary>
    public void Look(WatchView view, int followed = 0)
    {
        (View, Followed, Inhabited, _followedYaw) = (view, followed, null, null);
        (_distance, _pitch) = view switch
        {
            WatchView.Orbit => (_wide, Overview),
            WatchView.Follow => (Behind, 16),
            _ => (_distance, _pitch),
        };
    }

    /// <summary>Looks in the next way: freely, around the site, over each builder's shoulder.</summary>
    /// <param name="builders">How many builders there are.</param>
    public void Cycle(int builders)
    {
        var next = View == WatchView.Follow ? Followed + 1 : 0;
        if (View == WatchView.Free)
        {
            Look(WatchView.Orbit);
        }
        else if (next < builders)
        {
            Look(WatchView.Follow, next);
        }
        else
        {
            Look(WatchView.Free);
        }
    }

    /// <summary>Turns as far as the mouse moved, in pixels.</summary>
    public void Turn(float right, float down)
    {
        _yaw += right * DegreesAPixel;
        _pitch = Math.Clamp(_pitch + (down * DegreesAPixel), -89, 89);
    }

    /// <summary>Comes nearer by some notches of the wheel, or goes farther away.</summary>
    public void Approach(float notches)
    {
        _distance = Math.Clamp(_distance * MathF.Pow(0.88f, notches), NearestDistance, FarthestDistance);
        _place += View == WatchView.Free ? 1.5f * notches * Direction : Vector3.Zero;
    }

    /// <summary>Flies, if it is free.</summary>
    /// <param name="way">To the right, up, and forward: −1 to 1 each.</param>
    /// <param name="seconds">How long.</param>
    public void Fly(Vector3 way, float seconds)
    {
        if (View == WatchView.Free && way != Vector3.Zero)
        {
            var forward = new Camera { Yaw = _yaw }.Direction;
            var right = Vector3.Cross(forward, Vector3.UnitY);
            _place += BlocksASecond * seconds * ((way.X * right) + (way.Y * Vector3.UnitY) + (way.Z * forward));
        }
    }

    /// <summary>Lets time pass, and says where it then looks from.</summary>
    /// <param name="followed">How the builder that it follows stands.</param>
    /// <param name="seconds">How much time.</param>
    public Camera Advance(in AvatarPose followed, float seconds)
    {
        switch (View)
        {
            case WatchView.Orbit:
                _yaw += Orbit * seconds;
                _place = _middle - (_distance * Direction);
                break;
            case WatchView.Follow:
                Follow(followed, seconds);
                break;
        }

        return new Camera { Place = _place, Yaw = _yaw, Pitch = _pitch };
    }

    // The camera turns with the builder, but evenly: who builds looks around faster than one likes to watch.
    private void Follow(in AvatarPose followed, float seconds)
    {
        var turn = _followedYaw is { } before ? MathF.IEEERemainder(followed.Yaw - before, 360) * (1 - MathF.Pow(Lag, seconds)) : 0;
        _yaw = _followedYaw is null ? followed.Yaw : _yaw + turn;
        _followedYaw = (_followedYaw ?? followed.Yaw) + turn;
        var head = followed.Feet + new Vector3(0, 1.7f, 0);
        var distance = ShoulderCamera.RoomBehind(new Camera { Place = head, Yaw = _yaw, Pitch = _pitch }, _world, _distance);
        Inhabited = distance < NoRoom ? Followed : null;
        _place = Inhabited is null ? head - (distance * Direction) : head;
    }
}
