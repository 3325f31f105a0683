using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Varied;

/// <summary>Builds a structure of other materials: each kind of block becomes another, dirt excepted.</summary>
public sealed class RepaintTransform : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "repaint";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(random);
        var paints = Paints(random);
        var repainted = structure.Clone();
        foreach (ref var block in repainted.Blocks)
        {
            block = paints[(int)block];
        }

        return repainted;
    }

    /// <summary>Which block each kind becomes: a permutation, in which air, bedrock and dirt stay.</summary>
    public static Block[] Paints(SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var paints = new Block[Palette.Count];
        for (var kind = 0; kind < paints.Length; kind++)
        {
            paints[kind] = (Block)kind;
        }

        var first = (int)Block.Dirt + 1;
        for (var kind = paints.Length - 1; kind > first; kind--)
        {
            var other = random.Next(first, kind + 1);
            (paints[kind], paints[other]) = (paints[other], paints[kind]);
        }

        return paints;
    }
}
