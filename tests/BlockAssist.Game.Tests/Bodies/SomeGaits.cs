using BlockAssist.Game.Bodies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Bodies;

/// <summary>Ways of moving, by chance.</summary>
internal static class SomeGaits
{
    public static Gait Any(SeededRandom random) => new()
    {
        Forward = random.Next(3) - 1,
        Strafe = random.Next(3) - 1,
        Jump = random.Next(3) == 0,
        Sneak = random.Next(4) == 0,
        Sprint = random.Next(3) == 0,
        Fly = random.Next(5) == 0,
        Up = random.Next(3) == 0,
        Down = random.Next(3) == 0,
        AutoJump = random.Next(4) == 0,
    };
}
