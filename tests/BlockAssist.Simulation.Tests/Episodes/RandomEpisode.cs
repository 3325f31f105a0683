using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Episodes;

/// <summary>An episode that a seed fixes: any rules, any builders, any happenings; and the file that a writer makes of it.</summary>
internal sealed class RandomEpisode
{
    private readonly SeededRandom _random;
    private readonly EpisodeWriterOptions _options;
    private readonly List<string> _entries = [];
    private long _time;

    public RandomEpisode(ulong seed, int steps, EpisodeWriterOptions? options = null, EndReason? end = EndReason.Stopped)
    {
        _random = new SeededRandom(seed);
        _options = options ?? new EpisodeWriterOptions
        {
            FlushMilliseconds = _random.Next(3000),
            HashSteps = 1 + _random.Next(20),
            KeyframeSteps = 1 + _random.Next(200),
            Coded = _random.Next(4) > 0,
        };
        Header = RandomHeader();
        File = Record(steps, end);
    }

    public EpisodeHeader Header { get; }

    /// <summary>The bytes of the file.</summary>
    public byte[] File { get; }

    /// <summary>What was recorded, in words: steps, corrections and poses.</summary>
    public IReadOnlyList<string> Entries => _entries;

    public static string Describe(EpisodeReader reader, EpisodeEntry entry) => entry switch
    {
        EpisodeEntry.Step => Describe(reader.Time, reader.Actions, reader.Origins),
        EpisodeEntry.Correction => Describe(reader.Correction!),
        EpisodeEntry.Pose => $"pose {reader.Pose}",
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };

    private static string Describe(long time, ReadOnlySpan<BuilderAction> actions, ReadOnlySpan<ActionOrigin> origins) =>
        $"step {time} {string.Join(' ', actions.ToArray())} {string.Join(' ', origins.ToArray())}";

    private static string Describe(SiteCorrection correction) =>
        $"correction {string.Join(' ', correction.Cells)} {string.Join(' ', correction.Places)} "
        + $"{string.Join(' ', correction.Inventories.Select(hands => $"{hands.Builder}: {string.Join(',', hands.Inventory.Slots.ToArray())}"))} {correction.GlobalTimestep}";

    private byte[] Record(int steps, EndReason? end)
    {
        var file = new MemoryStream();
        var site = Header.CreateSite();
        using (var writer = new EpisodeWriter(file, Header, site, _options))
        {
            for (var step = 0; step < steps; step++)
            {
                Happen(site, writer);
            }

            if (end is { } reason)
            {
                writer.Complete(reason);
            }
        }

        return file.ToArray();
    }

    private void Happen(BuildSite site, EpisodeWriter writer)
    {
        switch (_random.Next(20))
        {
            case 0:
                var correction = RandomCorrection(site);
                writer.Correct(correction);
                _entries.Add(Describe(correction));
                break;
            case < 5:
                var pose = RandomPose(site);
                writer.Pose(pose);
                break;
            case 5:
                for (var count = _random.Next(1, 40); count > 0; count--)
                {
                    Step(site, writer, new BuilderAction[site.BuilderCount], new ActionOrigin[site.BuilderCount], 50);
                }

                break;
            default:
                RandomStep(site, writer);
                break;
        }
    }

    private void RandomStep(BuildSite site, EpisodeWriter writer)
    {
        var actions = new BuilderAction[site.BuilderCount];
        var origins = new ActionOrigin[site.BuilderCount];
        for (var builder = 0; builder < actions.Length; builder++)
        {
            origins[builder] = (ActionOrigin)_random.Next(3);
            actions[builder] = origins[builder] == ActionOrigin.Decision ? site.Actions.ActionAt(_random.Next(site.Actions.Count)) : BuilderAction.Noop;
        }

        Step(site, writer, actions, origins, _random.Next(-20, 500));
    }

    private void Step(BuildSite site, EpisodeWriter writer, BuilderAction[] actions, ActionOrigin[] origins, int milliseconds)
    {
        _time += milliseconds;
        site.Step(actions, new Deed[actions.Length]);
        writer.Step(_time, actions, origins);
        _entries.Add(Describe(_time, actions, origins));
    }

    private PlayerPose RandomPose(BuildSite site)
    {
        // Numbers that a file keeps exactly.
        var pose = new PlayerPose
        {
            Builder = _random.Next(site.BuilderCount),
            Time = _time + _random.Next(100),
            Feet = new Location(_random.Next(-9999, 9999) / 256.0, _random.Next(-9999, 9999) / 256.0, _random.Next(-9999, 9999) / 256.0),
            Yaw = _random.Next(8192) / (8192 / 360.0),
            Pitch = _random.Next(-2048, 2049) / (8192 / 360.0),
            Slot = (byte)_random.Next(256),
            Held = (Block)_random.Next(Palette.Count),
        };
        _entries.Add($"pose {pose}");
        return pose;
    }

    private SiteCorrection RandomCorrection(BuildSite site)
    {
        var inventory = new Inventory();
        inventory.SetSlot(_random.Next(Inventory.SlotCount), (Block)_random.Next(Palette.Count), _random.Next(Inventory.StackSize + 1));
        return new SiteCorrection
        {
            Cells = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => new SiteCorrection.Cell(
                _random.Next(site.Size.Volume), (Block)_random.Next(Palette.Count), (sbyte)_random.Next(-1, site.BuilderCount)))],
            Places = _random.Next(2) == 0 ? [] : [new SiteCorrection.Place(_random.Next(site.BuilderCount), RandomPlace(site.Size))],
            Inventories = _random.Next(2) == 0 ? [] : [new SiteCorrection.Hands(_random.Next(site.BuilderCount), inventory)],
            GlobalTimestep = _random.Next(2) == 0 ? null : _random.Next(100_000),
        };
    }

    private Location RandomPlace(GridSize size) => _random.Next(2) == 0
        ? Location.Standing(new BlockPos(_random.Next(size.Width), _random.Next(size.Height), _random.Next(size.Depth)))
        : new Location(_random.NextDouble() * size.Width, _random.NextDouble() * size.Height, _random.NextDouble() * size.Depth);

    private EpisodeHeader RandomHeader()
    {
        var size = new GridSize(_random.Next(4, 9), _random.Next(4, 9), _random.Next(4, 9));
        var count = 1 + _random.Next(4);
        var options = new SiteOptions
        {
            Size = size,
            Teleportation = _random.Next(2) == 0,
            InfiniteBlocks = _random.Next(2) == 0,
            Horizon = _random.Next(10_000),
            EndWhenComplete = _random.Next(2) == 0,
            EndWithoutProgressAfter = _random.Next(2) == 0 ? null : _random.Next(1000),
            Builders = [.. Enumerable.Range(0, count).Select(_ => RandomBuilder())],
        };
        var goal = new BlockGrid(size);
        foreach (ref var block in goal.Blocks)
        {
            block = (Block)_random.Next(Palette.Count);
        }

        return new EpisodeHeader
        {
            Options = options,
            Goal = goal,
            GoalName = $"goal {_random.Next(100)} – ü",
            Start = _random.Next(2) == 0 ? null : RandomStart(options, goal),
            Builders = [.. Enumerable.Range(0, count).Select(number => new EpisodeBuilder((BuilderRole)_random.Next(3), $"builder {number}"))],
            Seed = _random.NextUInt64(),
            StepMilliseconds = _random.Next(2) == 0 ? null : 1 + _random.Next(1000),
            Properties = Enumerable.Range(0, _random.Next(4)).ToDictionary(number => $"key {number}", number => $"value {number}"),
        };
    }

    private BuilderOptions RandomBuilder() => new()
    {
        GoalVisible = _random.Next(2) == 0,
        IsHuman = _random.Next(2) == 0,
        ActEvery = 1 + _random.Next(3),
        Rewards = new RewardOptions
        {
            Noop = -_random.NextDouble(),
            Action = RandomSchedule(),
            PlaceWrong = RandomSchedule(),
            OwnShare = _random.NextDouble(),
            GetResources = RandomSchedule(),
        },
    };

    private Schedule RandomSchedule() => _random.Next(2) == 0
        ? _random.NextDouble() - 1
        : Schedule.Through(new Schedule.Point(0, _random.NextDouble()), new Schedule.Point(50_000, -_random.NextDouble()));

    private SiteState RandomStart(SiteOptions options, BlockGrid goal)
    {
        var site = new BuildSite(options, goal);
        for (var step = _random.Next(50); step > 0; step--)
        {
            site.Step([.. options.Builders.Select(_ => site.Actions.ActionAt(_random.Next(site.Actions.Count)))], new Deed[options.Builders.Count]);
        }

        site.GlobalTimestep = _random.Next(60_000);
        return site.Capture();
    }
}
