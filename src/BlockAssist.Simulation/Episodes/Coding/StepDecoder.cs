using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>Unpacks the payloads of steps records, entry by entry.</summary>
internal sealed class StepDecoder(SiteOptions options)
{
    private readonly RangeDecoder _code = new(StepContexts.Count);
    private readonly BuilderHabit[] _habits = new BuilderHabit[options.Builders.Count];
    private readonly BuilderAction[] _actions = new BuilderAction[options.Builders.Count];
    private readonly ActionOrigin[] _origins = new ActionOrigin[options.Builders.Count];
    private int _tag;
    private int _entries;
    private int _idleSteps;
    private long _idleInterval;

    /// <summary>The time of the last step.</summary>
    public long Time { get; private set; }

    /// <summary>What the builders did in the last step.</summary>
    public ReadOnlySpan<BuilderAction> Actions => _actions;

    /// <summary>Where that came from.</summary>
    public ReadOnlySpan<ActionOrigin> Origins => _origins;

    /// <summary>The last correction.</summary>
    public SiteCorrection? Correction { get; private set; }

    /// <summary>The last hash.</summary>
    public UInt128 Hash { get; private set; }

    /// <summary>Forgets all that came before, and what is left of the payload.</summary>
    public void Forget(long time)
    {
        _code.Forget();
        Array.Clear(_habits);
        (Time, _tag, _entries, _idleSteps) = (time, 0, 0, 0);
    }

    /// <summary>Starts to read a payload.</summary>
    /// <returns>The number of its first step.</returns>
    public int Begin(byte[] file, Range payload, bool coded)
    {
        var prefix = new ByteCursor(file.AsSpan(payload));
        var firstStep = prefix.UInt("first step", 0, EpisodeFormat.MaxSteps);
        _entries = prefix.UInt("entries", 0, int.MaxValue);
        _code.Begin(file, (payload.Start.Value + prefix.Position)..payload.End, coded);
        return firstStep;
    }

    /// <summary>Reads the next entry of the payload; <see cref="EpisodeEntry.None"/> at its end.</summary>
    public EpisodeEntry Next()
    {
        if (_idleSteps > 0)
        {
            return Idle();
        }

        if (_entries == 0)
        {
            return _code.IsAtEnd ? EpisodeEntry.None : throw new InvalidDataException("bytes after the last entry");
        }

        _entries--;
        _tag = Checked.Below(_code.Byte(StepContexts.Tag + _tag), StepContexts.TagCount, "kind of entry");
        return _tag switch
        {
            StepContexts.IdleTag => BeginIdle(),
            StepContexts.StepTag => ReadStep(),
            StepContexts.CorrectionTag => ReadCorrection(),
            _ => ReadHash(),
        };
    }

    private EpisodeEntry BeginIdle()
    {
        _idleSteps = Checked.Below(_code.UInt(StepContexts.IdleCount), EpisodeFormat.MaxSteps, "idle steps");
        _idleInterval = _code.Int(StepContexts.IdleTime);
        Array.Clear(_actions);
        Array.Clear(_origins);
        return _idleSteps > 0 ? Idle() : throw new InvalidDataException("a run of no idle steps");
    }

    private EpisodeEntry Idle()
    {
        _idleSteps--;
        Time = Checked.Time(unchecked(Time + _idleInterval));
        return EpisodeEntry.Step;
    }

    private EpisodeEntry ReadStep()
    {
        Time = Checked.Time(unchecked(Time + _code.Int(StepContexts.Time)));
        for (var builder = 0; builder < _actions.Length; builder++)
        {
            ReadTurn(ref _habits[builder], out _actions[builder], out _origins[builder]);
        }

        return EpisodeEntry.Step;
    }

    private void ReadTurn(ref BuilderHabit habit, out BuilderAction action, out ActionOrigin origin)
    {
        var turn = _code.Byte(StepContexts.Turn + (int)habit.Type);
        var type = (ActionType)Checked.Below(turn & ((1 << StepContexts.TypeBits) - 1), BuilderAction.TypeCount, "kind of action");
        origin = (ActionOrigin)Checked.Below(turn >> StepContexts.TypeBits, (int)ActionOrigin.Decision + 1, "origin of an action");
        action = default;
        if (origin != ActionOrigin.Decision && type != ActionType.Noop)
        {
            throw new InvalidDataException($"an action {type} that nobody chose");
        }

        if (origin == ActionOrigin.Absent)
        {
            return;
        }

        habit.Type = type;
        if (StepContexts.HasCell(type))
        {
            habit.Cell = ReadCell(StepContexts.Cell, habit.Cell);
        }

        if (StepContexts.HasBlock(type))
        {
            habit.Block = ReadBlock(StepContexts.Block + (int)habit.Block);
        }

        action = new BuilderAction(
            type, StepContexts.HasCell(type) ? habit.Cell : 0, StepContexts.HasBlock(type) ? habit.Block : Block.Air);
    }

    private EpisodeEntry ReadCorrection()
    {
        var cells = new SiteCorrection.Cell[ReadCount(options.Size.Volume, "corrected cells")];
        var before = 0;
        foreach (ref var cell in cells.AsSpan())
        {
            before = ReadCell(StepContexts.Correction, before);
            var block = ReadBlock(StepContexts.Correction);
            var who = Checked.Below(_code.Byte(StepContexts.Correction), _actions.Length + 1, "who changed a cell") - 1;
            cell = new SiteCorrection.Cell(before, block, (sbyte)who);
        }

        var places = new SiteCorrection.Place[ReadCount(_actions.Length, "corrected places")];
        foreach (ref var place in places.AsSpan())
        {
            place = new SiteCorrection.Place(ReadBuilder(), StateCodec.ReadLocation(_code, StepContexts.Correction, options.Size));
        }

        var inventories = new SiteCorrection.Hands[ReadCount(_actions.Length, "corrected inventories")];
        foreach (ref var hands in inventories.AsSpan())
        {
            hands = new SiteCorrection.Hands(ReadBuilder(), StateCodec.ReadInventory(_code, StepContexts.Correction));
        }

        var hasTime = Checked.Below(_code.Byte(StepContexts.Correction), 2, "mark of a new time") == 1;
        Correction = new SiteCorrection
        {
            Cells = cells,
            Places = places,
            Inventories = inventories,
            GlobalTimestep = hasTime ? _code.Int(StepContexts.Correction) : null,
        };
        return EpisodeEntry.Correction;
    }

    private EpisodeEntry ReadHash()
    {
        var low = _code.Bits64(StepContexts.Hash);
        Hash = new UInt128(_code.Bits64(StepContexts.Hash), low);
        return EpisodeEntry.StateHash;
    }

    private int ReadCount(int most, string name) => Checked.Below(_code.UInt(StepContexts.Correction), most + 1, name);

    private int ReadBuilder() => Checked.Below(_code.Byte(StepContexts.Correction), _actions.Length, "builder");

    private int ReadCell(int context, int before) => Checked.Below((ulong)unchecked(before + _code.Int(context)), options.Size.Volume, "cell");

    private Block ReadBlock(int context) => (Block)Checked.Below(_code.Byte(context), Palette.Count, "block");
}
