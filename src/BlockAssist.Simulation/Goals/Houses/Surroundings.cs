using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>Draws what stands on a house and before it: porch, balcony, chimney.</summary>
internal static class Surroundings
{
    /// <summary>Draws a little roof on two posts before the door.</summary>
    public static void DrawPorch(HouseDraft draft, HousePlan plan, Door door)
    {
        var (floor, footprint) = (plan.Storeys[0].Base, plan.Storeys[0].Footprint);
        var reach = draft.IsFree(door.X + (2 * door.Out.X), floor + 3, door.Z + (2 * door.Out.Z)) && plan.Storeys[0].WallHeight > 2 ? 2 : 1;
        for (var across = -1; across <= 1; across++)
        {
            for (var steps = 1; steps <= reach; steps++)
            {
                var x = door.X + (steps * door.Out.X) + (across * door.Out.Z);
                var z = door.Z + (steps * door.Out.Z) + (across * door.Out.X);
                if (footprint.Ground.Contains(x, z) && !footprint[x, z] && draft.IsFree(x, floor + 3, z))
                {
                    draft.Put(x, floor + 3, z, plan.Materials.Roof);
                    draft.Column(x, z, (0, 0), plan.Materials.Base);
                    draft.Column(x, z, (1, steps == reach && across != 0 ? floor + 2 : 0), plan.Materials.Accent);
                }
            }
        }
    }

    /// <summary>Draws platforms before the upper storeys, with a way out to them.</summary>
    public static void DrawBalconies(HouseDraft draft, HousePlan plan, Dice dice)
    {
        foreach (var storey in plan.Storeys.Skip(1))
        {
            var side = dice.Pick(Footprint.Sides);
            var doors = storey.Footprint.Cells()
                .Where(cell => storey.Footprint.IsInside(cell.X - side.X, cell.Z - side.Z)
                    && draft.IsFree(cell.X + side.X, storey.Base + 1, cell.Z + side.Z)
                    && draft.IsFree(cell.X + side.X, storey.Base + 2, cell.Z + side.Z))
                .ToArray();
            if (doors.Length > 0)
            {
                var (x, z) = dice.Pick<(int X, int Z)>(doors);
                DrawBalcony(draft, plan, storey, new Door(x, z, side));
            }
        }
    }

    private static void DrawBalcony(HouseDraft draft, HousePlan plan, Storey storey, Door door)
    {
        draft.KeepPassage(door.X, storey.Base + 1, door.Z);
        for (var across = -2; across <= 2; across++)
        {
            var x = door.X + door.Out.X + (across * door.Out.Z);
            var z = door.Z + door.Out.Z + (across * door.Out.X);
            if (draft.IsFree(x, storey.Base, z))
            {
                draft.Put(x, storey.Base, z, plan.Materials.Accent);
            }

            if (Math.Abs(across) == 2 && draft.IsFree(x, storey.Base + 1, z))
            {
                draft.Put(x, storey.Base + 1, z, plan.Materials.Accent);
            }
        }
    }

    /// <summary>Draws a chimney: on the roof, or up along an outer wall.</summary>
    public static void DrawChimney(HouseDraft draft, HousePlan plan, Dice dice)
    {
        var cells = plan.Storeys[^1].Footprint.Cells().ToArray();
        var (x, z) = dice.Pick<(int X, int Z)>(cells);
        var top = draft.Room.Height - 1;
        while (top > 0 && draft.At(x, top, z) == Block.Air)
        {
            top--;
        }

        var block = plan.Materials.Accent == plan.Materials.Roof ? dice.Pick<Block>([Block.Cobblestone, Block.StoneBrick, Block.Stone]) : plan.Materials.Accent;
        draft.Column(x, z, (top + 1, top + dice.Between(1, 2)), block);
    }
}
