using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>Draws what is inside: partitions, stairs, furniture.</summary>
internal static class Interiors
{
    /// <summary>Draws the inside of every storey.</summary>
    public static void Draw(HouseDraft draft, HousePlan plan, Door door, Dice dice)
    {
        for (var i = 0; i < plan.Storeys.Count; i++)
        {
            var storey = plan.Storeys[i];
            if (plan.Interior.HasFlag(InteriorFeatures.Partition))
            {
                DrawPartition(draft, plan, storey, dice);
            }

            if (plan.Interior.HasFlag(InteriorFeatures.Furniture))
            {
                DrawFurniture(draft, plan, storey, door, dice);
            }

            if (plan.Interior.HasFlag(InteriorFeatures.Stairs) && i + 1 < plan.Storeys.Count)
            {
                DrawStairs(draft, plan, (storey, plan.Storeys[i + 1]), dice);
            }
        }
    }

    private static void DrawPartition(HouseDraft draft, HousePlan plan, Storey storey, Dice dice)
    {
        var room = storey.Footprint.Parts[0].Grown(-1, -1);
        if (Math.Max(room.Width, room.Depth) < 5)
        {
            return;
        }

        var acrossX = room.Width >= room.Depth;
        var place = acrossX ? dice.Between(room.X + 2, room.EndX - 3) : dice.Between(room.Z + 2, room.EndZ - 3);
        var gap = acrossX ? dice.Between(room.Z, room.EndZ - 1) : dice.Between(room.X, room.EndX - 1);
        foreach (var (x, z) in storey.Footprint.Cells())
        {
            var (along, across) = acrossX ? (x, z) : (z, x);
            if (along == place && storey.Footprint.IsInside(x, z) && room.Contains(x, z))
            {
                draft.Column(x, z, (storey.Base + (across == gap ? 3 : 1), storey.Top), plan.Materials.Wall);
            }
        }
    }

    private static void DrawFurniture(HouseDraft draft, HousePlan plan, Storey storey, Door door, Dice dice)
    {
        for (var left = dice.Between(1, 4); left > 0; left--)
        {
            var bounds = storey.Footprint.Bounds();
            var (x, z) = (dice.Between(bounds.X + 1, bounds.EndX - 2), dice.Between(bounds.Z + 1, bounds.EndZ - 2));
            var inTheWay = Math.Abs(x - (door.X - door.Out.X)) <= 1 && Math.Abs(z - (door.Z - door.Out.Z)) <= 1;
            if (storey.Footprint.IsInside(x, z) && !inTheWay && draft.IsFree(x, storey.Base + 1, z))
            {
                draft.Put(x, storey.Base + 1, z, dice.Pick<Block>([Block.Planks, Block.Log, Block.Wool, Block.Cobblestone, plan.Materials.Accent]));
            }
        }
    }

    // A straight flight, if the rooms have one long enough; the highest step is one below the upper floor.
    private static void DrawStairs(HouseDraft draft, HousePlan plan, (Storey Lower, Storey Upper) storeys, Dice dice)
    {
        var bounds = storeys.Upper.Footprint.Bounds().Grown(-1, -1);
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var start = (X: dice.Between(bounds.X, bounds.EndX - 1), Z: dice.Between(bounds.Z, bounds.EndZ - 1));
            var side = dice.Pick(Footprint.Sides);
            if (FlightFits(draft, storeys, start, side))
            {
                DrawFlight(draft, plan, storeys.Lower, (start, side));
                return;
            }
        }
    }

    private static bool FlightFits(HouseDraft draft, (Storey Lower, Storey Upper) storeys, (int X, int Z) start, (int X, int Z) side)
    {
        for (var i = 0; i <= storeys.Lower.WallHeight; i++)
        {
            var (x, z) = (start.X + (i * side.X), start.Z + (i * side.Z));
            var inside = storeys.Lower.Footprint.IsInside(x, z) && storeys.Upper.Footprint.IsInside(x, z);
            if (!inside || !draft.IsFree(x, storeys.Lower.Base + 1, z))
            {
                return false;
            }
        }

        return true;
    }

    private static void DrawFlight(HouseDraft draft, HousePlan plan, Storey lower, ((int X, int Z) Start, (int X, int Z) Side) flight)
    {
        for (var i = 0; i < lower.WallHeight; i++)
        {
            var (x, z) = (flight.Start.X + (i * flight.Side.X), flight.Start.Z + (i * flight.Side.Z));
            draft.Column(x, z, (lower.Base + 1, lower.Base + 1 + i), plan.Materials.Accent);
            if (i >= lower.WallHeight - 2)
            {
                draft.Put(x, lower.Top + 1, z, Block.Air);
            }
        }
    }
}
