using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>Draws what is on the ground around a house: paths, terraces, fences, beds, trees, ponds.</summary>
internal static class Gardens
{
    /// <summary>Draws everything that the plan asks for.</summary>
    public static void Draw(HouseDraft draft, HousePlan plan, Door door, Dice dice)
    {
        var ground = plan.Storeys[0].Footprint;
        if (plan.Surroundings.HasFlag(SurroundingFeatures.Terrace))
        {
            DrawTerrace(draft, ground, dice.Pick<Block>([plan.Materials.Floor, plan.Materials.Base, Block.Planks, Block.Stone]), dice.Chance(50));
        }

        if (plan.Surroundings.HasFlag(SurroundingFeatures.Path))
        {
            DrawPath(draft, ground, door, dice.Pick<Block>([plan.Materials.Floor, plan.Materials.Base, Block.Cobblestone, Block.Planks]));
        }

        if (plan.Surroundings.HasFlag(SurroundingFeatures.Pond))
        {
            DrawPond(draft, ground, dice);
        }

        if (plan.Surroundings.HasFlag(SurroundingFeatures.Planter))
        {
            DrawPlanter(draft, ground, dice);
        }

        if (plan.Surroundings.HasFlag(SurroundingFeatures.Tree))
        {
            DrawTree(draft, ground, dice);
        }

        if (plan.Surroundings.HasFlag(SurroundingFeatures.Fence))
        {
            DrawFence(draft, ground, dice.Pick<Block>([Block.Log, Block.Planks, plan.Materials.Accent]), dice.Between(1, 3));
        }
    }

    private static void DrawTerrace(HouseDraft draft, Footprint ground, Block block, bool everywhere)
    {
        foreach (var (x, z) in OpenCells(ground))
        {
            var near = everywhere;
            for (var i = 0; i < 9 && !near; i++)
            {
                near = ground[x + (i / 3) - 1, z + (i % 3) - 1];
            }

            if (near)
            {
                draft.Put(x, 0, z, block);
            }
        }
    }

    private static void DrawPath(HouseDraft draft, Footprint ground, Door door, Block block)
    {
        var (x, z) = (door.X + door.Out.X, door.Z + door.Out.Z);
        for (; ground.Ground.Contains(x, z); (x, z) = (x + door.Out.X, z + door.Out.Z))
        {
            draft.Put(x, 0, z, block);
        }
    }

    private static void DrawPond(HouseDraft draft, Footprint ground, Dice dice)
    {
        var water = dice.Chance(60) ? Block.Glass : Block.Air;
        var (left, top) = (dice.Between(0, ground.Width - 2), dice.Between(0, ground.Depth - 2));
        for (var i = 0; i < 4; i++)
        {
            var (x, z) = (left + (i / 2), top + (i % 2));
            if (!ground[x, z] && draft.IsFree(x, 1, z))
            {
                draft.Put(x, 0, z, water);
            }
        }
    }

    private static void DrawPlanter(HouseDraft draft, Footprint ground, Dice dice)
    {
        var side = dice.Pick(Footprint.Sides);
        foreach (var (x, z) in OpenCells(ground))
        {
            if (ground[x + side.X, z + side.Z] && draft.IsFree(x, 1, z))
            {
                draft.Put(x, 1, z, Block.Dirt);
            }
        }
    }

    private static void DrawTree(HouseDraft draft, Footprint ground, Dice dice)
    {
        var (x, z) = (dice.Between(0, ground.Width - 1), dice.Between(0, ground.Depth - 1));
        var (trunk, crown) = (dice.Between(2, 3 + (draft.Room.Height / 12)), dice.Pick<Block>([Block.Dirt, Block.Dirt, Block.Wool]));
        if (ground[x, z] || !draft.IsFree(x, 1, z) || !draft.IsFree(x, trunk + 1, z))
        {
            return;
        }

        draft.Column(x, z, (1, trunk), Block.Log);
        draft.Put(x, trunk + 1, z, crown);
        foreach (var side in Footprint.Sides)
        {
            if (draft.IsFree(x + side.X, trunk, z + side.Z))
            {
                draft.Put(x + side.X, trunk, z + side.Z, crown);
            }
        }
    }

    private static void DrawFence(HouseDraft draft, Footprint ground, Block block, int gaps)
    {
        foreach (var (x, z) in OpenCells(ground))
        {
            var border = x == 0 || z == 0 || x == ground.Width - 1 || z == ground.Depth - 1;
            if (border && draft.IsFree(x, 1, z) && (gaps == 1 || (x + z) % gaps == 0))
            {
                draft.Put(x, 1, z, block);
            }
        }
    }

    private static IEnumerable<(int X, int Z)> OpenCells(Footprint ground)
    {
        for (var x = 0; x < ground.Width; x++)
        {
            for (var z = 0; z < ground.Depth; z++)
            {
                if (!ground[x, z])
                {
                    yield return (x, z);
                }
            }
        }
    }
}
