using BlockAssist.Game.Bodies;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Game.Play;

/// <summary>Looks over a shoulder: from behind, as far as there is room.</summary>
internal static class ShoulderCamera
{
    private const float Farthest = 4;

    // In front of a wall behind the head, not in it.
    private const float Margin = 0.25f;

    /// <summary>The eyes moved back against where they look.</summary>
    public static Camera Behind(Camera eyes, VoxelWorld world) =>
        eyes with { Place = eyes.Place - (eyes.Direction * Math.Max(0, RoomBehind(eyes, world, Farthest))) };

    /// <summary>How far one can go back from the eyes against where they look, at most some distance; less than 0 right before a wall.</summary>
    public static float RoomBehind(Camera eyes, VoxelWorld world, float most)
    {
        var back = new Aim(new Location(eyes.Place.X, eyes.Place.Y, eyes.Place.Z), eyes.Yaw + 180, -eyes.Pitch);
        return back.Cast(world, most) is { } hit ? (float)hit.Distance - Margin : most;
    }
}
