using System.Numerics;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>Looks over one's own shoulder: from behind, as far as there is room.</summary>
internal static class ShoulderCamera
{
    private const float Farthest = 4;
    private const float Step = 0.1f;
    private const float Margin = 0.25f;

    /// <summary>The eyes moved back against where they look.</summary>
    public static Camera Behind(Camera eyes, VoxelWorld world)
    {
        var back = -eyes.Direction;
        var room = Step;
        while (room < Farthest + Margin && !IsSolid(world, eyes.Place + (back * room)))
        {
            room += Step;
        }

        return eyes with { Place = eyes.Place + (back * Math.Max(0, room - Margin)) };
    }

    private static bool IsSolid(VoxelWorld world, Vector3 place) =>
        world[new BlockPos((int)MathF.Floor(place.X), (int)MathF.Floor(place.Y), (int)MathF.Floor(place.Z))].IsSolid();
}
