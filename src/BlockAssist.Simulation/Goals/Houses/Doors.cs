using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>Where somebody goes in: the wall's cell, and the way out.</summary>
internal readonly record struct Door(int X, int Z, (int X, int Z) Out);

/// <summary>Finds places for doors and opens them.</summary>
internal static class Doors
{
    private const int Height = 2;

    /// <summary>Opens one door, sometimes a second or a wider one, and keeps the straight way to it free.</summary>
    /// <returns>The main door; the house has one whatever its shape.</returns>
    public static Door Open(HouseDraft draft, HousePlan plan, Dice dice)
    {
        var places = Places(plan.Storeys[0].Footprint);
        var door = dice.Pick<Door>(places.ToArray());
        OpenOne(draft, plan, door);
        if (dice.Chance(12))
        {
            OpenOne(draft, plan, dice.Pick<Door>(places.ToArray()));
        }

        var beside = door with { X = door.X + door.Out.Z, Z = door.Z + door.Out.X };
        if (dice.Chance(16) && places.Contains(beside))
        {
            OpenOne(draft, plan, beside);
        }

        if (plan.Storeys[0].WallHeight >= 4 && dice.Chance(20))
        {
            draft.Put(door.X, plan.Storeys[0].Base + Height + 1, door.Z, Block.Air);
        }

        return door;
    }

    // Wall cells with a room behind them and nothing of the house between them and the border of the ground.
    private static List<Door> Places(Footprint footprint)
    {
        var places = new List<Door>();
        foreach (var (x, z) in footprint.Cells())
        {
            foreach (var side in Footprint.Sides)
            {
                if (footprint.IsInside(x - side.X, z - side.Z) && IsOpenFrom(footprint, (x + side.X, z + side.Z), side))
                {
                    places.Add(new Door(x, z, side));
                }
            }
        }

        return places;
    }

    private static bool IsOpenFrom(Footprint footprint, (int X, int Z) at, (int X, int Z) side)
    {
        while (footprint.Ground.Contains(at.X, at.Z))
        {
            if (footprint[at.X, at.Z])
            {
                return false;
            }

            at = (at.X + side.X, at.Z + side.Z);
        }

        return true;
    }

    private static void OpenOne(HouseDraft draft, HousePlan plan, Door door)
    {
        var floor = plan.Storeys[0].Base;
        draft.Put(door.X, floor, door.Z, plan.Materials.Floor);
        draft.KeepPassage(door.X, floor + 1, door.Z);
        draft.KeepPassage(door.X - door.Out.X, floor + 1, door.Z - door.Out.Z);
        var (x, z) = (door.X + door.Out.X, door.Z + door.Out.Z);
        if (floor > 0)
        {
            // A raised house has a doorstep; beside the border one climbs in without.
            draft.Put(x, floor, z, plan.Materials.Base);
            draft.KeepPassage(x, floor + 1, z);
            (x, z) = (x + door.Out.X, z + door.Out.Z);
        }

        for (; plan.Storeys[0].Footprint.Ground.Contains(x, z); (x, z) = (x + door.Out.X, z + door.Out.Z))
        {
            draft.KeepPassage(x, 1, z);
        }
    }
}
