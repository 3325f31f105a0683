using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>Puts windows into walls, straight piece by straight piece.</summary>
internal static class Windows
{
    /// <summary>Puts the windows of one storey in.</summary>
    public static void Draw(HouseDraft draft, HousePlan plan, Storey storey, Dice dice)
    {
        if (plan.Windows.Rhythm == WindowRhythm.None)
        {
            return;
        }

        foreach (var side in Footprint.Sides)
        {
            foreach (var (start, length) in Pieces(storey.Footprint, side))
            {
                if (length >= 3 && !dice.Chance(plan.Windows.SkippedSides))
                {
                    DrawPiece(draft, plan, storey, (start, (Math.Abs(side.Z), Math.Abs(side.X)), length));
                }
            }
        }
    }

    // The straight pieces of wall that look to one side, from their first cell on.
    private static List<((int X, int Z) Start, int Length)> Pieces(Footprint footprint, (int X, int Z) side)
    {
        var pieces = new List<((int X, int Z), int)>();
        var (stepX, stepZ) = (Math.Abs(side.Z), Math.Abs(side.X));
        foreach (var (x, z) in footprint.Cells())
        {
            if (LooksOut(x, z) && !LooksOut(x - stepX, z - stepZ))
            {
                var length = 1;
                while (LooksOut(x + (length * stepX), z + (length * stepZ)))
                {
                    length++;
                }

                pieces.Add(((x, z), length));
            }
        }

        return pieces;

        bool LooksOut(int x, int z) => footprint[x, z] && !footprint[x + side.X, z + side.Z];
    }

    private static void DrawPiece(
        HouseDraft draft, HousePlan plan, Storey storey, ((int X, int Z) Start, (int X, int Z) Step, int Length) piece)
    {
        var bottom = storey.Base + 1 + Math.Min(plan.Windows.Sill, storey.WallHeight - 1);
        var top = Math.Min(bottom + plan.Windows.Height - 1, Math.Max(bottom, storey.Top - 1));
        for (var i = 1; i < piece.Length - 1; i++)
        {
            if (HasWindow(plan.Windows.Rhythm, i, piece.Length))
            {
                var (x, z) = (piece.Start.X + (i * piece.Step.X), piece.Start.Z + (i * piece.Step.Z));
                DrawWindow(draft, plan, (x, z), (bottom, top));
            }
        }
    }

    private static void DrawWindow(HouseDraft draft, HousePlan plan, (int X, int Z) at, (int From, int To) heights)
    {
        for (var y = heights.From; y <= heights.To; y++)
        {
            if (draft.At(at.X, y, at.Z) != Block.Air)
            {
                draft.Put(at.X, y, at.Z, plan.Materials.Pane);
            }
        }
    }

    // Along a long wall a rhythm repeats.
    private static bool HasWindow(WindowRhythm rhythm, int place, int length) => rhythm switch
    {
        WindowRhythm.Single when length > 9 => place % 4 == length / 2 % 4,
        WindowRhythm.Pair when length > 9 => place % 5 is 2 or 3,
        WindowRhythm.Pane when length > 14 => place % 6 is not (0 or 1),
        WindowRhythm.Single => place == length / 2 || (length % 2 == 0 && length >= 6 && place == (length / 2) - 1),
        WindowRhythm.Alternate => place % 2 == 1,
        WindowRhythm.Pair => place == 1 || place == length - 2,
        WindowRhythm.Pane => place >= (length + 1) / 4 && place < length - ((length + 1) / 4),
        _ => true,
    };
}
