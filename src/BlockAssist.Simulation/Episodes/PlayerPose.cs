using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes;

/// <summary>Where a player was and looked at one moment of continuous movement: for watching, not for replay.</summary>
/// <remarks>Files keep places to 1/256 of a block and angles to 1/8192 of a turn.</remarks>
public readonly record struct PlayerPose
{
    /// <summary>How many milliseconds there are between poses, as a rule: 20 a second.</summary>
    public const int UsualInterval = 50;

    /// <summary>Whose it is.</summary>
    public int Builder { get; init; }

    /// <summary>When, in milliseconds since the start of the episode.</summary>
    public long Time { get; init; }

    /// <summary>The middle of the soles of the feet.</summary>
    public Location Feet { get; init; }

    /// <summary>Where the player looks around the vertical, in degrees: 0 south, 90 west, as in Minecraft. Files keep it in [0, 360).</summary>
    public double Yaw { get; init; }

    /// <summary>Where the player looks up (−90) or down (90), in degrees.</summary>
    public double Pitch { get; init; }

    /// <summary>The slot of the hot bar that is chosen.</summary>
    public byte Slot { get; init; }

    /// <summary>The block in hand; air for none.</summary>
    public Block Held { get; init; }
}
