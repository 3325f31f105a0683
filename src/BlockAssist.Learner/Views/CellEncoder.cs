using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Views;

/// <summary>Writes what is told of the cells around a builder.</summary>
internal readonly ref struct CellEncoder
{
    private readonly Observation _observation;
    private readonly BuilderMemory _memory;
    private readonly Symmetry _symmetry;
    private readonly int _lowestLayer;
    private readonly ReadOnlySpan<byte> _place;
    private readonly ReadOnlySpan<byte> _break;
    private readonly ReadOnlySpan<Block> _blocks;
    private readonly ReadOnlySpan<Block> _goal;
    private readonly GridSize _size;
    private readonly BlockPos _feet;
    private readonly BlockPos _lastEdit;
    private readonly BlockPos _nextInLine;

    public CellEncoder(in Observation observation, BuilderMemory memory, Symmetry symmetry, int lowestLayer, ReadOnlySpan<byte> mask)
    {
        _observation = observation;
        _blocks = observation.Blocks;
        _goal = observation.Goal;
        (_size, _memory, _symmetry, _lowestLayer) = (observation.Size, memory, symmetry, lowestLayer);
        _place = PlaceMask(observation, mask);
        _break = mask.Slice(observation.Actions.FirstBreak, _size.Volume);
        _feet = observation.Locations[observation.Builder].Cell;
        if (memory.EditCount > 0)
        {
            _lastEdit = _size.PosOf(memory.EditBefore(0).Cell);
        }

        if (memory.EditCount > 1)
        {
            _nextInLine = _lastEdit + (_lastEdit - _size.PosOf(memory.EditBefore(1).Cell));
        }
    }

    /// <summary>Writes facts, goal and masks of all cells, and counts how many each block could be placed into rightly.</summary>
    /// <returns>How many blocks in reach have to go and can be broken.</returns>
    public int Write(in View view, Span<int> inReach)
    {
        var breaks = 0;
        view.Cells.Clear();
        view.Place.Clear();
        view.Break.Clear();
        view.Goal.Fill(ViewShape.NoBlock);
        for (var seen = 0; seen < ViewShape.Cells; seen++)
        {
            var offset = ViewShape.OffsetOf(seen);
            var at = _feet + _symmetry.Inverse.Turn(offset);
            var facts = view.Cells.Slice(seen * ViewShape.CellFacts, ViewShape.CellFacts);
            WritePlace(facts, offset, at);
            if (!_size.Contains(at))
            {
                facts[(int)CellFact.Outside] = 1;
                continue;
            }

            var cell = _size.CellAt(at);
            (view.Place[seen], view.Break[seen]) = (_place[cell], _break[cell]);
            WriteWork(facts, cell, at);
            WriteTraces(facts, cell, at);
            breaks += _break[cell] != 0 && !_goal.IsEmpty && _blocks[cell] != _goal[cell] ? 1 : 0;
            if (!_goal.IsEmpty && _goal[cell].IsPlaceable())
            {
                var block = _goal[cell] - Palette.FirstPlaceable;
                view.Goal[seen] = (byte)block;
                inReach[block] += _place[cell];
            }
        }

        return breaks;
    }

    // Where a block can go does not depend on which; so the plane of any block at hand will do.
    private static ReadOnlySpan<byte> PlaceMask(in Observation observation, ReadOnlySpan<byte> mask)
    {
        var volume = observation.Size.Volume;
        var block = (int)Palette.FirstPlaceable;
        while (block < Palette.Count - 1 && !observation.Options.InfiniteBlocks && observation.Inventory.Held[block] == 0)
        {
            block++;
        }

        return mask.Slice(ActionSpace.FirstPlace + (block * volume), volume);
    }

    private void WritePlace(Span<float> facts, BlockPos offset, BlockPos at)
    {
        facts[(int)CellFact.X] = offset.X / 4f;
        facts[(int)CellFact.Y] = offset.Y / 4f;
        facts[(int)CellFact.Z] = offset.Z / 4f;
        var up = offset.Y + 0.5f - (float)Location.EyeHeight;
        facts[(int)CellFact.EyeDistance] = MathF.Sqrt((offset.X * offset.X) + (up * up) + (offset.Z * offset.Z)) / 4.5f;
        if (_memory.EditCount > 0)
        {
            var turned = _symmetry.Turn(at - _lastEdit);
            facts[(int)CellFact.EditX] = Math.Clamp(turned.X, -8, 8) / 8f;
            facts[(int)CellFact.EditY] = Math.Clamp(turned.Y, -8, 8) / 8f;
            facts[(int)CellFact.EditZ] = Math.Clamp(turned.Z, -8, 8) / 8f;
            facts[(int)CellFact.EditDistance] = Math.Min(Math.Abs(turned.X) + Math.Abs(turned.Y) + Math.Abs(turned.Z), 8) / 8f;
            facts[(int)CellFact.LastEdit] = at == _lastEdit ? 1 : 0;
            facts[(int)CellFact.NextInLine] = _memory.EditCount > 1 && at == _nextInLine ? 1 : 0;
        }
    }

    private void WriteWork(Span<float> facts, int cell, BlockPos at)
    {
        var block = _blocks[cell];
        var goal = _goal.IsEmpty ? block : _goal[cell];
        Set(facts, CellFact.Solid, block != Block.Air);
        Set(facts, CellFact.Right, block == goal);
        Set(facts, CellFact.Missing, block == Block.Air && goal != Block.Air);
        Set(facts, CellFact.Surplus, block != Block.Air && goal == Block.Air);
        Set(facts, CellFact.Wrong, block != Block.Air && goal != Block.Air && block != goal);
        Set(facts, CellFact.GoalIsLastBlock, _memory.Placements > 0 && goal == _memory.LastBlocks[0]);
        Set(facts, CellFact.GoalIsDirt, goal == Block.Dirt);
        Set(facts, CellFact.Placeable, _place[cell] != 0);
        Set(facts, CellFact.Breakable, _break[cell] != 0);
        Set(facts, CellFact.LowestLayer, at.Y == _lowestLayer);
        var (filled, right) = (0, 0);
        foreach (var direction in BlockPos.Directions)
        {
            var beside = at + direction;
            if (_size.Contains(beside) && _blocks[_size.CellAt(beside)] is var neighbour && neighbour != Block.Air)
            {
                filled++;
                right += !_goal.IsEmpty && neighbour == _goal[_size.CellAt(beside)] ? 1 : 0;
            }
        }

        facts[(int)CellFact.Neighbours] = filled / 6f;
        facts[(int)CellFact.RightNeighbours] = right / 6f;
    }

    private void WriteTraces(Span<float> facts, int cell, BlockPos at)
    {
        var last = _observation.LastInteracted[cell];
        Set(facts, CellFact.ByOther, last >= 0 && last != _observation.Builder);
        for (var other = 0; other < _observation.Locations.Length; other++)
        {
            if (other != _observation.Builder && _observation.Locations[other].BodyFills(at))
            {
                facts[(int)CellFact.Body] = 1;
            }
        }

        if (_memory.EditsSince(cell) is var edits and >= 0)
        {
            facts[(int)CellFact.FreshEdit] = MathF.Exp(-edits / 3f);
            facts[(int)CellFact.OldEdit] = MathF.Exp(-edits / 20f);
        }
    }

    private static void Set(Span<float> facts, CellFact fact, bool holds) => facts[(int)fact] = holds ? 1 : 0;
}
