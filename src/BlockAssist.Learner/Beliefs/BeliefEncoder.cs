using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs;

/// <summary>Writes what a builder who does not know the goal sees of a site.</summary>
/// <remarks>Allocates nothing.</remarks>
public static class BeliefEncoder
{
    private const float ShortMemory = 6;
    private const float LongMemory = 40;
    private const float FarFromBorder = 3;
    private const float FarFromEdge = 3;
    private const float PaperHorizon = 1500;

    /// <summary>Writes it.</summary>
    /// <param name="observation">What is seen.</param>
    /// <param name="trace">What has happened, up to and with what is seen.</param>
    /// <param name="cells">Room for <see cref="BeliefShape.CellNumbers"/> of a shape: as many facts of each cell as there is room for.</param>
    /// <param name="scene">Room for <see cref="BeliefShape.SceneFacts"/>.</param>
    public static void Write(in Observation observation, BuildTrace trace, Span<float> cells, Span<float> scene)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var size = observation.Size;
        var shape = new BeliefShape(size, cells.Length / size.Volume);
        cells.Clear();
        var place = 0;
        for (var x = 0; x < size.Width; x++)
        {
            for (var z = 0; z < size.Depth; z++)
            {
                for (var y = 0; y < size.Height; y++)
                {
                    WriteCell(observation, trace, new BlockPos(x, y, z), FactsAt(shape, cells, place++));
                }
            }
        }

        if (shape.CellFacts > BeliefShape.FirstCellFacts)
        {
            WriteExtent(observation, trace.Self, shape, cells);
        }

        WriteBodies(observation, trace.Self, shape, cells);
        WriteScene(observation, trace, scene);
    }

    private static Span<float> FactsAt(BeliefShape shape, Span<float> cells, int place) => cells.Slice(place * shape.CellFacts, shape.CellFacts);

    private static void WriteCell(in Observation observation, BuildTrace trace, BlockPos at, Span<float> facts)
    {
        var size = observation.Size;
        var cell = size.CellAt(at);
        var (block, last) = (observation.Blocks[cell], observation.LastInteracted[cell]);
        facts[(int)block] = 1;
        facts[(int)BeliefFact.ByOthers] = last != BuildSite.Nobody && last != trace.Self ? 1 : 0;
        facts[(int)BeliefFact.ByOneself] = last != BuildSite.Nobody && last == trace.Self ? 1 : 0;
        if (trace.ChangesSince(cell) is var since and >= 0)
        {
            facts[(int)BeliefFact.Lately] = MathF.Exp(-since / ShortMemory);
            facts[(int)BeliefFact.InAWhile] = MathF.Exp(-since / LongMemory);
        }

        facts[(int)BeliefFact.Removed] = Math.Min(trace.RemovalsOf(cell), 2) / 2f;
        facts[(int)BeliefFact.Rejected] = trace.IsRejected(cell) ? 1 : 0;
        facts[(int)BeliefFact.IsLastPlaced] = block != Block.Air && block == trace.LastPlaced ? 1 : 0;
        facts[(int)BeliefFact.Level] = at.Y / (float)size.Height;
        facts[(int)BeliefFact.FromBorderX] = Math.Min(Math.Min(at.X, size.Width - 1 - at.X), FarFromBorder) / FarFromBorder;
        facts[(int)BeliefFact.FromBorderZ] = Math.Min(Math.Min(at.Z, size.Depth - 1 - at.Z), FarFromBorder) / FarFromBorder;
        facts[(int)BeliefFact.Neighbours] = block == Block.Air ? NeighboursOf(observation, at) / (float)BlockPos.Directions.Length : 0;
    }

    private static void WriteExtent(in Observation observation, int self, BeliefShape shape, Span<float> cells)
    {
        var extent = BuiltExtent.Of(observation, self);
        for (var cell = 0; !extent.IsEmpty && cell < observation.Blocks.Length; cell++)
        {
            var at = observation.Size.PosOf(cell);
            var facts = FactsAt(shape, cells, shape.PlaceOf(at));
            facts[(int)BeliefFact.InsideX] = Math.Clamp(extent.InsideX(at), -FarFromEdge, FarFromEdge) / FarFromEdge;
            facts[(int)BeliefFact.InsideZ] = Math.Clamp(extent.InsideZ(at), -FarFromEdge, FarFromEdge) / FarFromEdge;
            WriteBlock(observation, extent.AcrossX(at), facts[(int)BeliefFact.AcrossX..]);
            WriteBlock(observation, extent.AcrossZ(at), facts[(int)BeliefFact.AcrossZ..]);
        }
    }

    private static void WriteBlock(in Observation observation, BlockPos at, Span<float> facts)
    {
        if (observation.Size.Contains(at))
        {
            facts[(int)observation.Blocks[observation.Size.CellAt(at)]] = 1;
        }
    }

    private static int NeighboursOf(in Observation observation, BlockPos at)
    {
        var count = 0;
        foreach (var direction in BlockPos.Directions)
        {
            var beside = at + direction;
            count += observation.Size.Contains(beside) && observation.Blocks[observation.Size.CellAt(beside)] != Block.Air ? 1 : 0;
        }

        return count;
    }

    private static void WriteBodies(in Observation observation, int self, BeliefShape shape, Span<float> cells)
    {
        for (var builder = 0; builder < observation.Locations.Length; builder++)
        {
            var feet = observation.Locations[builder].Cell;
            var fact = (int)(builder == self ? BeliefFact.OwnBody : BeliefFact.OthersBody);
            foreach (var part in (ReadOnlySpan<BlockPos>)[feet, feet with { Y = feet.Y + 1 }])
            {
                if (observation.Size.Contains(part))
                {
                    FactsAt(shape, cells, shape.PlaceOf(part))[fact] = 1;
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

        var rest = scene[(2 * Palette.Count)..];
        rest[0] = MathF.Log2(1 + trace.Edits) / 8;
        rest[1] = MathF.Log2(1 + trace.SinceEdit) / 8;
        rest[2] = Math.Min(observation.Timestep / PaperHorizon, 2);
        rest[3] = (trace.Edits - trace.Placements) / (float)Math.Max(1, trace.Edits);
    }
}
