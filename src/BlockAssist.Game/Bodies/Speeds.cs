namespace BlockAssist.Game.Bodies;

/// <summary>How fast a body moves, in blocks a second.</summary>
public static class Speeds
{
    /// <summary>Walking.</summary>
    public const double Walk = 4.3;

    /// <summary>Running, which goes forward only.</summary>
    public const double Sprint = 5.6;

    /// <summary>Sneaking.</summary>
    public const double Sneak = 1.3;

    /// <summary>Swimming.</summary>
    public const double Swim = 2.2;

    /// <summary>Flying along.</summary>
    public const double Fly = 10.8;

    /// <summary>Flying along in a hurry.</summary>
    public const double FastFly = 21.6;

    /// <summary>Flying up or down.</summary>
    public const double FlyRise = 7.5;

    /// <summary>Swimming up or down.</summary>
    public const double SwimRise = 3;

    /// <summary>Sinking in water without a stroke.</summary>
    public const double Sink = 1;

    /// <summary>Leaving the water up a bank: high enough for one block above the surface.</summary>
    public const double Leap = 9;

    /// <summary>The fastest fall: one block a tick.</summary>
    public const double Fall = 60;

    /// <summary>How fast a fall gets faster, in blocks a second and second.</summary>
    public const double Gravity = 30;

    /// <summary>How high a jump is, in blocks.</summary>
    public const double JumpHeight = 1.25;

    /// <summary>Leaving the ground in a jump.</summary>
    public static double Jump { get; } = Math.Sqrt(2 * Gravity * JumpHeight);
}
