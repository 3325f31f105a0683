using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Lessons;

/// <summary>Moments of play with what came of them, for a <see cref="BeliefNetwork"/> to learn from or to be measured by.</summary>
/// <param name="shape">How much there is to see.</param>
/// <param name="capacity">How many moments there is room for.</param>
public sealed class BeliefBatch(BeliefShape shape, int capacity)
{
    /// <summary>How much there is to see.</summary>
    public BeliefShape Shape { get; } = shape;

    /// <summary>How many moments there is room for.</summary>
    public int Capacity { get; } = capacity;

    /// <summary>Moments × cells × facts.</summary>
    public float[] Cells { get; } = new float[capacity * shape.CellNumbers];

    /// <summary>Moments × facts.</summary>
    public float[] Scene { get; } = new float[capacity * BeliefShape.SceneFacts];

    /// <summary>Moments × cells: the block that is there.</summary>
    public byte[] Blocks { get; } = new byte[capacity * shape.Size.Volume];

    /// <summary>Moments × cells: the block that the goal has there.</summary>
    public byte[] Goal { get; } = new byte[capacity * shape.Size.Volume];

    /// <summary>Moments × cells: 1 where the others will be at work within their next <see cref="EpisodeLessons.SoonEdits"/> edits.</summary>
    public byte[] Soon { get; } = new byte[capacity * shape.Size.Volume];

    /// <summary>How much of the goal stood, moment by moment: 0 as at the start, 1 when it stands.</summary>
    public float[] Built { get; } = new float[capacity];

    /// <summary>The numbers of one moment in an array that has as many for each.</summary>
    public Span<T> Of<T>(T[] all, int moment)
    {
        ArgumentNullException.ThrowIfNull(all);
        var length = all.Length / Capacity;
        return all.AsSpan(moment * length, length);
    }

    /// <summary>Mirrors moments: nothing that is told of a cell depends on where east and north are.</summary>
    /// <param name="first">The first moment.</param>
    /// <param name="count">How many.</param>
    /// <param name="alongX">Whether west becomes east.</param>
    /// <param name="alongZ">Whether north becomes south.</param>
    public void Mirror(int first, int count, bool alongX, bool alongZ)
    {
        for (var moment = first; moment < first + count; moment++)
        {
            Mirror(Of(Cells, moment), alongX, alongZ);
            Mirror(Of(Blocks, moment), alongX, alongZ);
            Mirror(Of(Goal, moment), alongX, alongZ);
            Mirror(Of(Soon, moment), alongX, alongZ);
        }
    }

    /// <summary>Shows moments in other materials: what a house is built of tells nothing of its shape.</summary>
    /// <param name="first">The first moment.</param>
    /// <param name="count">How many.</param>
    /// <param name="paints">Which block each kind of block becomes; air and ground must stay.</param>
    public void Repaint(int first, int count, ReadOnlySpan<Block> paints)
    {
        for (var moment = first; moment < first + count; moment++)
        {
            var cells = Of(Cells, moment);
            for (var cell = 0; cell < cells.Length; cell += Shape.CellFacts)
            {
                Repaint(cells.Slice(cell, BeliefShape.Blocks), paints);
                if (Shape.CellFacts > BeliefShape.FirstCellFacts)
                {
                    Repaint(cells.Slice(cell + (int)BeliefFact.AcrossX, BeliefShape.Blocks), paints);
                    Repaint(cells.Slice(cell + (int)BeliefFact.AcrossZ, BeliefShape.Blocks), paints);
                }
            }

            Repaint(Of(Scene, moment)[..BeliefShape.Blocks], paints);
            Repaint(Of(Scene, moment).Slice(BeliefShape.Blocks, BeliefShape.Blocks), paints);
            Repaint(Of(Blocks, moment), paints);
            Repaint(Of(Goal, moment), paints);
        }
    }

    // Numbers by block.
    private static void Repaint(Span<float> facts, ReadOnlySpan<Block> paints)
    {
        Span<float> before = stackalloc float[BeliefShape.Blocks];
        facts.CopyTo(before);
        for (var block = 0; block < before.Length; block++)
        {
            facts[(int)paints[block]] = before[block];
        }
    }

    private static void Repaint(Span<byte> blocks, ReadOnlySpan<Block> paints)
    {
        foreach (ref var block in blocks)
        {
            block = (byte)paints[block];
        }
    }

    private void Mirror<T>(Span<T> facts, bool alongX, bool alongZ)
    {
        var size = Shape.Size;
        if (alongX)
        {
            Reverse(facts, facts.Length / size.Width);
        }

        for (var x = 0; alongZ && x < size.Width; x++)
        {
            var row = facts.Length / size.Width;
            Reverse(facts.Slice(x * row, row), row / size.Depth);
        }
    }

    // Reverses the order of pieces, not what is in them.
    private static void Reverse<T>(Span<T> facts, int piece)
    {
        facts.Reverse();
        for (var at = 0; at < facts.Length; at += piece)
        {
            facts.Slice(at, piece).Reverse();
        }
    }
}
