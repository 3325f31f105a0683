using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Survival;

/// <summary>Remembers how a belief came about, and tells of an edit what may speak for it beside the belief itself.</summary>
/// <remarks>
/// A model is asked again after every change, and each time it may be wrong about other cells: what it has held for long, in the middle of what
/// it is sure of, is right more often than what it has just come to think. Allocates nothing once made. Belongs to one thread.
/// </remarks>
/// <param name="size">The size of the sites.</param>
internal sealed class EditFacts(GridSize size)
{
    private const float LeastChance = 1e-4f;
    private const float Scale = 4;
    private const float MostOdds = 8;
    private const float OfLate = 0.3f;
    private const float Far = 3;
    private const float LongMemory = 40;

    private readonly Block[] _blocks = new Block[size.Volume];
    private readonly int[] _held = new int[size.Volume];
    private readonly float[] _ofLate = new float[size.Volume];
    private readonly float[] _filled = new float[size.Volume];
    private BuiltExtent _extent;
    private int _top;

    /// <summary>Forgets everything, before a new episode.</summary>
    public void Clear()
    {
        Array.Clear(_held);
        Array.Clear(_filled);
    }

    /// <summary>The model has been asked: what it holds of a cell now.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="change">The likeliest change.</param>
    /// <param name="filled">How likely the cell is not empty in the end.</param>
    public void Note(int cell, CellBelief change, float filled)
    {
        var odds = OddsOf(change.Chance);
        var goesOn = _held[cell] > 0 && _blocks[cell] == change.Block;
        _ofLate[cell] = goesOn ? _ofLate[cell] + (OfLate * (odds - _ofLate[cell])) : odds;
        _held[cell] = goesOn ? _held[cell] + 1 : 1;
        (_blocks[cell], _filled[cell]) = (change.Block, filled);
    }

    /// <summary>Looks at the whole site, before any edit is told of.</summary>
    public void Survey(in Observation observation, int self)
    {
        _extent = BuiltExtent.Of(observation, self);
        _top = 0;
        for (var cell = 0; cell < observation.Blocks.Length; cell++)
        {
            if (observation.Blocks[cell] != Block.Air && observation.LastInteracted[cell] is var last && last != BuildSite.Nobody && last != self)
            {
                _top = Math.Max(_top, size.PosOf(cell).Y);
            }
        }
    }

    /// <summary>Tells of an edit.</summary>
    /// <param name="observation">What is seen.</param>
    /// <param name="trace">What has happened.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="change">The change, and how likely the model holds it.</param>
    /// <param name="soon">The logarithm of the odds that others are at work there soon.</param>
    /// <param name="shift">What became of earlier edits.</param>
    /// <param name="facts">Where to: <see cref="EditFact.Count"/> numbers.</param>
    public void Write(in Observation observation, BuildTrace trace, int cell, CellBelief change, float soon, float shift, Span<float> facts)
    {
        var at = size.PosOf(cell);
        facts[(int)EditFact.Odds] = OddsOf(change.Chance) / Scale;
        facts[(int)EditFact.Shift] = shift / Scale;
        facts[(int)EditFact.Held] = MathF.Log2(1 + _held[cell]) / Scale;
        facts[(int)EditFact.OddsOfLate] = _ofLate[cell] / Scale;
        facts[(int)EditFact.Soon] = Math.Clamp(soon, -MostOdds, MostOdds) / Scale;
        facts[(int)EditFact.OthersEdits] = MathF.Log2(1 + trace.Edits) / MostOdds;
        facts[(int)EditFact.SinceEdit] = MathF.Log2(1 + trace.SinceEdit) / MostOdds;
        facts[(int)EditFact.IsBreak] = change.Block == Block.Air ? 1 : 0;
        facts[(int)EditFact.IsLastPlaced] = change.Block == trace.LastPlaced && trace.Placements > 0 ? 1 : 0;
        facts[(int)EditFact.BlockShare] = trace.Placed[(int)change.Block] / (float)Math.Max(1, trace.Placements);
        (facts[(int)EditFact.Neighbours], facts[(int)EditFact.NeighboursToCome]) = Around(observation, at);
        facts[(int)EditFact.InsideX] = _extent.IsEmpty ? -1 : Math.Clamp(_extent.InsideX(at), -Far, Far) / Far;
        facts[(int)EditFact.InsideZ] = _extent.IsEmpty ? -1 : Math.Clamp(_extent.InsideZ(at), -Far, Far) / Far;
        facts[(int)EditFact.Level] = at.Y / (float)size.Height;
        facts[(int)EditFact.AboveTop] = Math.Clamp(at.Y - _top, -Far, Far) / Far;
        facts[(int)EditFact.InAWhile] = trace.ChangesSince(cell) is var since and >= 0 ? MathF.Exp(-since / LongMemory) : 0;
        facts[(int)EditFact.FilledOdds] = OddsOf(_filled[cell]) / Scale;
        facts[(int)EditFact.IsOwn] = observation.LastInteracted[cell] == trace.Self ? 1 : 0;
        facts[(int)EditFact.OthersDistance] = DistanceOfOthers(observation, trace.Self, at) / MostOdds;
    }

    /// <summary>The logarithm of the odds of a chance, within bounds.</summary>
    internal static float OddsOf(float chance) => Math.Clamp(MathF.Log(Math.Max(chance, LeastChance) / Math.Max(1 - chance, LeastChance)), -MostOdds, MostOdds);

    private (float Now, float ToCome) Around(in Observation observation, BlockPos at)
    {
        var (now, toCome) = (0f, 0f);
        foreach (var direction in BlockPos.Directions)
        {
            var beside = at + direction;
            if (size.Contains(beside))
            {
                var cell = size.CellAt(beside);
                now += observation.Blocks[cell] != Block.Air ? 1 : 0;
                toCome += _filled[cell];
            }
        }

        return (now / BlockPos.Directions.Length, toCome / BlockPos.Directions.Length);
    }

    private static float DistanceOfOthers(in Observation observation, int self, BlockPos at)
    {
        var nearest = MostOdds;
        for (var builder = 0; builder < observation.Locations.Length; builder++)
        {
            if (builder != self)
            {
                var feet = observation.Locations[builder].Cell;
                nearest = Math.Min(nearest, Math.Max(Math.Abs(feet.X - at.X), Math.Max(Math.Abs(feet.Y - at.Y), Math.Abs(feet.Z - at.Z))));
            }
        }

        return nearest;
    }
}
