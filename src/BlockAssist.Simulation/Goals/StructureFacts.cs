using System.Runtime.InteropServices;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals;

/// <summary>What filters and transforms ask about a structure.</summary>
internal static class StructureFacts
{
    /// <summary>A block that is still to be chosen after its neighbours.</summary>
    public const Block Auto = (Block)255;

    private const int BlockKinds = 256;

    /// <summary>The share of cells that are not air.</summary>
    public static double Density(this BlockGrid structure) => (double)structure.CountSolid() / structure.Size.Volume;

    /// <summary>The connected parts of what is not air.</summary>
    public static ConnectedComponents Components(this BlockGrid structure, Connectivity connectivity, bool floor) =>
        new(structure.Size, MemoryMarshal.AsBytes(structure.Blocks), connectivity, floor);

    /// <summary>Whether all that is not air is connected to the bottom layer, so that it can be built without scaffolding.</summary>
    public static bool StandsOnGround(this BlockGrid structure, Connectivity connectivity)
    {
        var components = structure.Components(connectivity, floor: true);
        for (var run = 0; run < components.Runs.Count; run++)
        {
            if (components.ComponentOf(run) != ConnectedComponents.Ground)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The most frequent block of the 26 cells around a place, the highest of equals; air if there is none.</summary>
    public static Block CommonestNeighbour(this BlockGrid structure, BlockPos at)
    {
        Span<int> counts = stackalloc int[BlockKinds];
        counts.Clear();
        for (var x = at.X - 1; x <= at.X + 1; x++)
        {
            for (var y = at.Y - 1; y <= at.Y + 1; y++)
            {
                for (var z = at.Z - 1; z <= at.Z + 1; z++)
                {
                    counts[(int)structure.AtOrAir(new BlockPos(x, y, z))]++;
                }
            }
        }

        counts[(int)structure.AtOrAir(at)]--;
        counts[(int)Block.Air] = 0;
        counts[(int)Auto] = 0;
        return MostFrequent(counts);
    }

    /// <summary>The block that was counted most often, the highest of equals; air if none was counted.</summary>
    public static Block MostFrequent(ReadOnlySpan<int> counts)
    {
        var best = 0;
        for (var kind = 1; kind < counts.Length; kind++)
        {
            if (counts[kind] > 0 && counts[kind] >= counts[best])
            {
                best = kind;
            }
        }

        return (Block)best;
    }

    /// <summary>Gives every cell that is still to be chosen its commonest neighbour, in cell order.</summary>
    public static void ChooseAutos(this BlockGrid structure)
    {
        for (var cell = 0; cell < structure.Size.Volume; cell++)
        {
            if (structure[cell] == Auto)
            {
                structure[cell] = structure.CommonestNeighbour(structure.Size.PosOf(cell));
            }
        }
    }
}
