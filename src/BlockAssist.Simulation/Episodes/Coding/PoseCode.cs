using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>A pose in whole numbers, and the contexts of its bytes.</summary>
internal struct PoseCode
{
    /// <summary>How many parts of a pose are coded by their change: time, x, y, z, yaw, pitch, what is in hand.</summary>
    public const int PartCount = 7;

    /// <summary>Whose pose it is, by whose came before.</summary>
    public const int BuilderContext = 0;

    /// <summary>Which parts are not as predicted, by the same of the builder's last pose.</summary>
    public const int ChangesContext = BuilderContext + SiteOptions.MaxBuilders;

    /// <summary>The change of each part.</summary>
    public const int PartContext = ChangesContext + (1 << PartCount);

    /// <summary>How many contexts there are.</summary>
    public const int Contexts = PartContext + (PartCount * ContextModel.NumberContexts);

    /// <summary>The farthest place from the origin, in 1/256 of a block.</summary>
    public const long MaxPlace = 1L << 32;

    /// <summary>A whole turn.</summary>
    public const int Turn = 8192;

    private const double PerBlock = 256;
    private const double PerDegree = Turn / 360.0;

    public long X { get; set; }

    public long Y { get; set; }

    public long Z { get; set; }

    public int Yaw { get; set; }

    public int Pitch { get; set; }

    /// <summary>The slot, and above its eight bits the block in hand.</summary>
    public int Hand { get; set; }

    /// <summary>The nearest whole numbers of a pose.</summary>
    public static PoseCode Of(in PlayerPose pose) => new()
    {
        X = Round(pose.Feet.X * PerBlock),
        Y = Round(pose.Feet.Y * PerBlock),
        Z = Round(pose.Feet.Z * PerBlock),
        Yaw = (int)(Round(pose.Yaw % 360 * PerDegree) & (Turn - 1)),
        Pitch = (int)Round(Math.Clamp(pose.Pitch, -90, 90) * PerDegree),
        Hand = pose.Slot | ((int)pose.Held << 8),
    };

    /// <summary>The pose that a file keeps.</summary>
    public readonly PlayerPose ToPose(int builder, long time) => new()
    {
        Builder = builder,
        Time = time,
        Feet = new Location(X / PerBlock, Y / PerBlock, Z / PerBlock),
        Yaw = Yaw / PerDegree,
        Pitch = Pitch / PerDegree,
        Slot = (byte)Hand,
        Held = (Block)(Hand >> 8),
    };

    private static long Round(double value)
    {
        var rounded = Math.Round(value);
        return Math.Abs(rounded) <= MaxPlace
            ? (long)rounded
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A pose must be within 2^24 blocks of the origin.");
    }
}
