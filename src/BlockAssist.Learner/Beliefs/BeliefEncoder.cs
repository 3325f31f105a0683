using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs;

/// <summary>Writes what a builder who does not know the goal sees of a site.</summary>
/// <remarks>Allocates nothing. Belongs to one thread.</remarks>
public static class BeliefEncoder
{
    private const int BodyFact = Palette.Count + 7;

    /// <summary>Writes it.</summary>
    /// <param name="observation">What is seen.</param>
    /// <param name="trace">What has happened, up to and with what is seen.</param>
    /// <param name="cells">Room for <see cref="BeliefShape.CellNumbers"/>.</param>
    /// <param name="scene">Room for <see cref="BeliefShape.SceneFacts"/>.</param>
    public static void Write(in Observation observation, BuildTrace trace, Span<float> cells, Span<float> scene) => Write(observation, trace, observation.Builder, cells, scene);

    /// <summary>The same for somebody who only looks on.</summary>
    internal static void Write(in Observation observation, BuildTrace trace, int self, Span<float> cells, Span<float> scene)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var size = observation.Size;
        cells.Clear();
        scene.Clear();
        var at = 0;
        for (var x = 0; x < size.Width; x++)
        {
            for (var z = 0; z < size.Depth; z++)
            {
                for (var y = 0; y < size.Height; y++, at += BeliefShape.CellFacts)
                {
                    WriteCell(observation, trace, self, new BlockPos(x, y, z), cells.Slice(at, BeliefShape.CellFacts));
                }
            }
        }

        WriteBodies(observation, self, cells);
        WriteScene(observation, trace, scene);
    }

    private static void WriteCell(in Observation observation, BuildTrace trace, int self, BlockPos at, Span<float> facts)
    {
        var size = observation.Size;
        var cell = size.CellAt(at);
        var block = observation.Blocks[cell];
        facts[(int)block] = 1;
        var writer = facts[Palette.Count..];
        var last = observation.LastInteracted[cell];
        writer[0] = last >= 0 && last != self ? 1 : 0;
        writer[1] = last == self ? 1 : 0;
        if (trace.ChangesSince(cell) is var since and >= 0)
        {
            writer[2] = MathF.Exp(-since / 6f);
            writer[3] = MathF.Exp(-since / 40f);
        }

        writer[4] = Math.Min(trace.RemovalsOf(cell), 2) / 2f;
        writer[5] = trace.IsRejected(cell) ? 1 : 0;
        writer[6] = block != Block.Air && block == trace.LastPlaced ? 1 : 0;
        // writer[7] and [8] are bodies.
        writer[9] = at.Y / (float)size.Height;
        writer[10] = Math.Min(Math.Min(at.X, size.Width - 1 - at.X), 3) / 3f;
        writer[11] = Math.Min(Math.Min(at.Z, size.Depth - 1 - at.Z), 3) / 3f;
        writer[12] = block == Block.Air ? Beside(observation, at) / 6f : 0;
    }

    private static int Beside(in Observation observation, BlockPos at)
    {
        var count = 0;
        foreach (var direction in BlockPos.Directions)
        {
            var beside = at + direction;
            count += observation.Size.Contains(beside) && observation.Blocks[observation.Size.CellAt(beside)] != Block.Air ? 1 : 0;
        }

        return count;
    }

    private static void WriteBodies(in Observation observation, int self, Span<float> cells)
    {
        var size = observation.Size;
        for (var builder = 0; builder < observation.Locations.Length; builder++)
        {
            var feet = observation.Locations[builder].Cell;
            foreach (var part in (ReadOnlySpan<BlockPos>)[feet, feet with { Y = feet.Y + 1 }])
            {
                if (size.Contains(part))
                {
                    var place = (((part.X * size.Depth) + part.Z) * size.Height) + part.Y;
                    cells[(place * BeliefShape.CellFacts) + BodyFact + (builder == self ? 1 : 0)] = 1;
                }
            }
        }
    }

    private static void WriteScene(in Observation observation, BuildTrace trace, Span<float> scene)
    {
        for (var block = 0; block < Palette.Count; block++)
        {
            scene[block] = trace.Placed[block] / (float)Math.Max(1, trace.Placements);
            scene[Palette.Count + block] = trace.Placements > 0 && (int)trace.LastPlaced == block ? 1 : 0;
        }

        scene[20] = MathF.Log2(1 + trace.Edits) / 8;
        scene[21] = MathF.Log2(1 + trace.SinceEdit) / 8;
        scene[22] = Math.Min(observation.Timestep / 1500f, 2);
        scene[23] = (trace.Edits - trace.Placements) / (float)Math.Max(1, trace.Edits);
    }
}
