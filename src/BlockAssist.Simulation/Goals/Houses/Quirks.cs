using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>What a person does and a plan does not: a forgotten block, a wrong one, one too many.</summary>
internal static class Quirks
{
    private const int Attempts = 20;

    /// <summary>Spoils so many blocks.</summary>
    public static void Add(HouseDraft draft, HousePlan plan, Dice dice)
    {
        for (var left = plan.Quirks; left > 0; left--)
        {
            if (FindBlock(draft, dice) is var (x, y, z))
            {
                AddOne(draft, plan, (x, y, z), dice);
            }
        }
    }

    private static (int X, int Y, int Z)? FindBlock(HouseDraft draft, Dice dice)
    {
        var room = draft.Room;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (x, y, z) = (dice.Between(0, room.Width - 1), dice.Between(1, room.Height - 1), dice.Between(0, room.Depth - 1));
            if (draft.At(x, y, z) != Block.Air)
            {
                return (x, y, z);
            }
        }

        return null;
    }

    private static void AddOne(HouseDraft draft, HousePlan plan, (int X, int Y, int Z) at, Dice dice)
    {
        switch (dice.Between(0, 4))
        {
            case 0 or 1:
                draft.Put(at.X, at.Y, at.Z, Block.Air);
                break;
            case 2 or 3:
                draft.Put(at.X, at.Y, at.Z, dice.Pick<Block>([plan.Materials.Accent, plan.Materials.Roof, plan.Materials.Floor, Block.Planks, Block.StoneBrick]));
                break;
            default:
                draft.Put(at.X, at.Y + 1, at.Z, plan.Materials.Roof);
                break;
        }
    }
}
