using System.Numerics;

namespace BlockAssist.Game.Sound;

/// <summary>Says when somebody who walks puts a foot down.</summary>
/// <remarks>A step is heard each stride, and at the end of a fall.</remarks>
internal struct Footfall
{
    // Blocks; a sprinter's strides are longer than these, but as many.
    private const float Stride = 1.9f;

    // Who was put somewhere else has not walked there.
    private const float LongestWay = 1.5f;

    private Vector3 _feet;
    private float _walked;
    private bool _wasOnGround;

    /// <summary>Starts from where somebody stands.</summary>
    public Footfall(Vector3 feet) => (_feet, _wasOnGround) = (feet, true);

    /// <summary>Follows the feet, once a frame.</summary>
    /// <param name="feet">Where they are.</param>
    /// <param name="isOnGround">Whether they are on the ground.</param>
    /// <returns>Whether one was put down.</returns>
    public bool Follow(Vector3 feet, bool isOnGround)
    {
        var (x, z) = (feet.X - _feet.X, feet.Z - _feet.Z);
        var way = MathF.Sqrt((x * x) + (z * z));
        var landed = isOnGround && !_wasOnGround;
        _walked += isOnGround && way < LongestWay ? way : 0;
        (_feet, _wasOnGround) = (feet, isOnGround);
        if (_walked < Stride && !landed)
        {
            return false;
        }

        _walked = 0;
        return true;
    }
}
