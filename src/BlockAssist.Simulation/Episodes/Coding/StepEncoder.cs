using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>Packs steps, corrections and hashes into the payloads of steps records.</summary>
internal sealed class StepEncoder(GridSize size, int builders, bool coded)
{
    private readonly RangeEncoder _code = new(StepContexts.Count, coded);
    private readonly BuilderHabit[] _habits = new BuilderHabit[builders];
    private readonly ByteBuffer _payload = new();
    private long _time;
    private int _tag;
    private int _entries;
    private int _idleSteps;
    private long _idleInterval;

    /// <summary>How many entries wait for <see cref="Finish"/>.</summary>
    public int Pending => _entries + (_idleSteps > 0 ? 1 : 0);

    /// <summary>About how many bytes wait.</summary>
    public int Length => _code.Length;

    /// <summary>Forgets all that came before; a keyframe does that. Nothing may be pending.</summary>
    public void Forget(long time)
    {
        _code.Forget();
        Array.Clear(_habits);
        (_time, _tag) = (time, 0);
    }

    /// <summary>Adds a step.</summary>
    public void Step(long time, ReadOnlySpan<BuilderAction> actions, ReadOnlySpan<ActionOrigin> origins)
    {
        if (!origins.ContainsAnyExcept(ActionOrigin.Absent))
        {
            Idle(time);
            return;
        }

        Tag(StepContexts.StepTag);
        _code.Int(StepContexts.Time, time - _time);
        _time = time;
        for (var builder = 0; builder < actions.Length; builder++)
        {
            Turn(ref _habits[builder], actions[builder], origins[builder]);
        }
    }

    /// <summary>Adds a correction.</summary>
    public void Correction(SiteCorrection correction)
    {
        Tag(StepContexts.CorrectionTag);
        _code.UInt(StepContexts.Correction, (ulong)correction.Cells.Count);
        var before = 0;
        foreach (var cell in correction.Cells)
        {
            _code.Int(StepContexts.Correction, cell.Index - before);
            _code.Byte(StepContexts.Correction, (int)cell.Block);
            _code.Byte(StepContexts.Correction, cell.LastInteracted + 1);
            before = cell.Index;
        }

        _code.UInt(StepContexts.Correction, (ulong)correction.Places.Count);
        foreach (var place in correction.Places)
        {
            _code.Byte(StepContexts.Correction, place.Builder);
            StateCodec.WriteLocation(_code, StepContexts.Correction, place.Feet, size);
        }

        _code.UInt(StepContexts.Correction, (ulong)correction.Inventories.Count);
        foreach (var hands in correction.Inventories)
        {
            _code.Byte(StepContexts.Correction, hands.Builder);
            StateCodec.WriteInventory(_code, StepContexts.Correction, hands.Inventory);
        }

        _code.Byte(StepContexts.Correction, correction.GlobalTimestep is null ? 0 : 1);
        if (correction.GlobalTimestep is { } now)
        {
            _code.Int(StepContexts.Correction, now);
        }
    }

    /// <summary>Adds the hash of the state after the last step.</summary>
    public void Hash(UInt128 hash)
    {
        Tag(StepContexts.HashTag);
        _code.Bits64(StepContexts.Hash, (ulong)hash);
        _code.Bits64(StepContexts.Hash, (ulong)(hash >> 64));
    }

    /// <summary>Makes a payload of all that is pending.</summary>
    /// <param name="firstStep">The number of the first step in it.</param>
    /// <returns>The payload; valid until the next call.</returns>
    public ReadOnlySpan<byte> Finish(int firstStep)
    {
        EndIdleRun();
        _payload.Clear();
        _payload.UInt((ulong)firstStep);
        _payload.UInt((ulong)_entries);
        _payload.Bytes(_code.Finish());
        _entries = 0;
        return _payload.Content;
    }

    private void Idle(long time)
    {
        if (_idleSteps > 0 && time - _time != _idleInterval)
        {
            EndIdleRun();
        }

        _idleInterval = time - _time;
        _idleSteps++;
        _time = time;
    }

    private void EndIdleRun()
    {
        if (_idleSteps > 0)
        {
            WriteTag(StepContexts.IdleTag);
            _code.UInt(StepContexts.IdleCount, (ulong)_idleSteps);
            _code.Int(StepContexts.IdleTime, _idleInterval);
            _idleSteps = 0;
        }
    }

    private void Tag(int tag)
    {
        EndIdleRun();
        WriteTag(tag);
    }

    private void WriteTag(int tag)
    {
        _code.Byte(StepContexts.Tag + _tag, tag);
        _tag = tag;
        _entries++;
    }

    private void Turn(ref BuilderHabit habit, BuilderAction action, ActionOrigin origin)
    {
        _code.Byte(StepContexts.Turn + (int)habit.Type, (int)action.Type | ((int)origin << StepContexts.TypeBits));
        if (origin == ActionOrigin.Absent)
        {
            return;
        }

        habit.Type = action.Type;
        if (StepContexts.HasCell(action.Type))
        {
            _code.Int(StepContexts.Cell, action.Cell - habit.Cell);
            habit.Cell = action.Cell;
        }

        if (StepContexts.HasBlock(action.Type))
        {
            _code.Byte(StepContexts.Block + (int)habit.Block, (int)action.Block);
            habit.Block = action.Block;
        }
    }
}
