using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Files;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>The bytes of an <see cref="EpisodeHeader"/>.</summary>
internal static class HeaderCodec
{
    private const int HasLimit = 8;
    private const int HasStart = 16;

    /// <summary>Appends the header to a buffer.</summary>
    public static void Write(ByteBuffer target, EpisodeHeader header, UInt128 startHash)
    {
        target.UInt(EpisodeFormat.Version);
        target.UInt((ulong)header.RulesVersion);
        target.UInt((ulong)(header.StepMilliseconds ?? 0));
        target.Bits64(header.Seed);
        target.Text(header.GoalName);
        WriteOptions(target, header.Options, header.Start is not null);
        for (var builder = 0; builder < header.Builders.Count; builder++)
        {
            target.Byte((byte)header.Builders[builder].Role);
            target.Text(header.Builders[builder].Name);
            WriteBuilder(target, header.Options.Builders[builder]);
        }

        WriteProperties(target, header.Properties);
        WriteRuns(target, header.Goal.Blocks);
        if (header.Start is { } start)
        {
            var encoder = new RangeEncoder(StateCodec.Contexts, coded: true);
            StateCodec.Write(encoder, header.Options.Size, start, header.Goal.Blocks);
            var code = encoder.Finish();
            target.UInt((ulong)code.Length);
            target.Bytes(code);
        }

        target.Bits128(startHash);
    }

    /// <summary>Reads a header; checks every number before it is used.</summary>
    /// <exception cref="InvalidDataException">A value is out of its range.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public static EpisodeHeader Read(ReadOnlySpan<byte> payload, string name, out UInt128 startHash)
    {
        var source = new ByteCursor(payload);
        var version = source.UInt();
        NewerVersionException.ThrowIfNewer(name, EpisodeFormat.Kind, (long)Math.Min(version, long.MaxValue), EpisodeFormat.Version);
        if (version != EpisodeFormat.Version)
        {
            throw new InvalidDataException($"format version {version}, expected {EpisodeFormat.Version}");
        }

        var rules = source.UInt("rules version", 0, int.MaxValue);
        var step = source.UInt("milliseconds a step", 0, int.MaxValue);
        var seed = source.Bits64();
        var goalName = source.Text("goal name", EpisodeFormat.MaxText);
        var options = ReadOptions(ref source, out var hasStart);
        var count = source.UInt("builders", 1, SiteOptions.MaxBuilders);
        var builders = new EpisodeBuilder[count];
        var rulesOfBuilders = new BuilderOptions[count];
        for (var builder = 0; builder < count; builder++)
        {
            var role = (BuilderRole)source.UInt("role", 0, (int)BuilderRole.Scripted);
            builders[builder] = new EpisodeBuilder(role, source.Text("builder's name", EpisodeFormat.MaxText));
            rulesOfBuilders[builder] = ReadBuilder(ref source);
        }

        options = options with { Builders = rulesOfBuilders };
        var properties = ReadProperties(ref source);
        var goal = ReadRuns(ref source, options.Size);
        var start = hasStart ? ReadStart(ref source, options, goal) : null;
        startHash = source.Bits128();
        if (source.Left > 0)
        {
            throw new InvalidDataException($"{source.Left} bytes after the header's last field");
        }

        return new EpisodeHeader
        {
            Options = options,
            Goal = goal,
            GoalName = goalName,
            Start = start,
            Builders = builders,
            Seed = seed,
            StepMilliseconds = step == 0 ? null : step,
            RulesVersion = rules,
            Properties = properties,
        };
    }

    private static void WriteOptions(ByteBuffer target, SiteOptions options, bool hasStart)
    {
        target.UInt((ulong)options.Size.Width);
        target.UInt((ulong)options.Size.Height);
        target.UInt((ulong)options.Size.Depth);
        target.Byte((byte)(
            (options.Teleportation ? 1 : 0) | (options.InfiniteBlocks ? 2 : 0) | (options.EndWhenComplete ? 4 : 0)
            | (options.EndWithoutProgressAfter is null ? 0 : HasLimit) | (hasStart ? HasStart : 0)));
        target.Int(options.Horizon);
        if (options.EndWithoutProgressAfter is { } limit)
        {
            target.Int(limit);
        }

        target.UInt((ulong)options.Builders.Count);
    }

    private static SiteOptions ReadOptions(ref ByteCursor source, out bool hasStart)
    {
        var size = new GridSize(
            source.UInt("width", 1, SiteOptions.MaxEdge), source.UInt("height", 1, SiteOptions.MaxEdge), source.UInt("depth", 1, SiteOptions.MaxEdge));
        var flags = source.UInt("site flags", 0, 31);
        hasStart = (flags & HasStart) != 0;
        return new SiteOptions
        {
            Size = size,
            Teleportation = (flags & 1) != 0,
            InfiniteBlocks = (flags & 2) != 0,
            EndWhenComplete = (flags & 4) != 0,
            Horizon = source.Int32("horizon"),
            EndWithoutProgressAfter = (flags & HasLimit) != 0 ? source.Int32("steps without progress") : null,
        };
    }

    private static void WriteBuilder(ByteBuffer target, BuilderOptions builder)
    {
        target.Byte((byte)((builder.GoalVisible ? 1 : 0) | (builder.IsHuman ? 2 : 0)));
        target.UInt((ulong)builder.ActEvery);
        var rewards = builder.Rewards;
        WriteSchedule(target, rewards.Noop);
        WriteSchedule(target, rewards.Action);
        WriteSchedule(target, rewards.IncorrectAction);
        WriteSchedule(target, rewards.PlaceWrong);
        WriteSchedule(target, rewards.OwnShare);
        WriteSchedule(target, rewards.GetResources);
    }

    private static BuilderOptions ReadBuilder(ref ByteCursor source)
    {
        var flags = source.UInt("builder flags", 0, 3);
        return new BuilderOptions
        {
            GoalVisible = (flags & 1) != 0,
            IsHuman = (flags & 2) != 0,
            ActEvery = source.UInt("steps an action", 1, int.MaxValue),
            Rewards = new RewardOptions
            {
                Noop = ReadSchedule(ref source),
                Action = ReadSchedule(ref source),
                IncorrectAction = ReadSchedule(ref source),
                PlaceWrong = ReadSchedule(ref source),
                OwnShare = ReadSchedule(ref source),
                GetResources = ReadSchedule(ref source),
            },
        };
    }

    private static void WriteSchedule(ByteBuffer target, Schedule schedule)
    {
        target.UInt((ulong)schedule.Points.Length);
        if (schedule.Points.Length == 0)
        {
            target.Double(schedule.ValueAt(0));
        }

        foreach (var point in schedule.Points)
        {
            target.Int(point.Time);
            target.Double(point.Value);
        }
    }

    private static Schedule ReadSchedule(ref ByteCursor source)
    {
        var count = source.UInt("points of a schedule", 0, EpisodeFormat.MaxSchedulePoints);
        if (count == 0)
        {
            return source.Double("reward");
        }

        var points = new Schedule.Point[count];
        foreach (ref var point in points.AsSpan())
        {
            point = new Schedule.Point(source.Int(), source.Double("reward"));
        }

        return Schedule.Through(points);
    }

    private static void WriteProperties(ByteBuffer target, IReadOnlyDictionary<string, string> properties)
    {
        target.UInt((ulong)properties.Count);
        foreach (var (key, value) in properties.OrderBy(property => property.Key, StringComparer.Ordinal))
        {
            target.Text(key);
            target.Text(value);
        }
    }

    private static Dictionary<string, string> ReadProperties(ref ByteCursor source)
    {
        var count = source.UInt("properties", 0, EpisodeFormat.MaxProperties);
        var properties = new Dictionary<string, string>(count);
        for (var left = count; left > 0; left--)
        {
            var key = source.Text("property", EpisodeFormat.MaxText);
            if (!properties.TryAdd(key, source.Text("property's value", EpisodeFormat.MaxText)))
            {
                throw new InvalidDataException($"two properties of one name");
            }
        }

        return properties;
    }

    private static void WriteRuns(ByteBuffer target, ReadOnlySpan<Block> blocks)
    {
        while (!blocks.IsEmpty)
        {
            var run = blocks.IndexOfAnyExcept(blocks[0]);
            run = run < 0 ? blocks.Length : run;
            target.Byte((byte)blocks[0]);
            target.UInt((ulong)run);
            blocks = blocks[run..];
        }
    }

    private static BlockGrid ReadRuns(ref ByteCursor source, GridSize size)
    {
        var grid = new BlockGrid(size);
        var left = grid.Blocks;
        while (!left.IsEmpty)
        {
            var block = (Block)source.UInt("block", 0, Palette.Count - 1);
            var run = source.UInt("run of blocks", 1, left.Length);
            left[..run].Fill(block);
            left = left[run..];
        }

        return grid;
    }

    private static SiteState ReadStart(ref ByteCursor source, SiteOptions options, BlockGrid goal)
    {
        var code = source.Bytes(source.UInt("length of the start", 0, source.Left)).ToArray();
        var decoder = new RangeDecoder(StateCodec.Contexts);
        decoder.Begin(code, .., coded: true);
        return StateCodec.Read(decoder, options, goal);
    }
}
