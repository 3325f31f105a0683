using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Bench;

/// <summary>Recorded steps of valid random play on one goal, to be played again against the clock.</summary>
/// <remarks>
/// As MBAG was measured: a kind of action is drawn, then a valid action of that kind, all chosen beforehand, so that the
/// clock sees the simulation alone.
/// </remarks>
internal sealed class WorldScenario
{
    private readonly BlockGrid _goal;
    private readonly BuilderAction[] _actions;
    private readonly Deed[] _deeds;
    private readonly byte[] _mask;
    private readonly byte[] _planes;
    private readonly int[] _counts;

    /// <summary>Chooses the actions.</summary>
    public WorldScenario(SiteOptions options, BlockGrid goal, int steps, ulong seed)
        : this(options, goal, steps, new BuilderAction[steps * options.Builders.Count])
    {
        Record(seed);
    }

    private WorldScenario(SiteOptions options, BlockGrid goal, int steps, BuilderAction[] actions)
    {
        _goal = goal;
        _actions = actions;
        Steps = steps;
        Site = new BuildSite(options, goal);
        _deeds = new Deed[Site.BuilderCount];
        _mask = new byte[Site.Actions.Count];
        _planes = new byte[Observation.PlaneCount * options.Size.Volume];
        _counts = new int[Palette.Count * Site.BuilderCount];
    }

    /// <summary>How many steps one play has.</summary>
    public int Steps { get; }

    /// <summary>The site that is played on.</summary>
    public BuildSite Site { get; }

    /// <summary>The same steps on a site of their own, for another thread.</summary>
    public WorldScenario Twin() => new(Site.Options, _goal, Steps, _actions);

    /// <summary>Plays all steps.</summary>
    public void Play()
    {
        Site.Reset(_goal);
        for (var step = 0; step < Steps; step++)
        {
            Step(step);
        }
    }

    /// <summary>Plays all steps, writing the mask of every builder after each.</summary>
    public void PlayWithMask()
    {
        Site.Reset(_goal);
        for (var step = 0; step < Steps; step++)
        {
            Step(step);
            for (var builder = 0; builder < Site.BuilderCount; builder++)
            {
                ActionMask.WriteFlat(Site, builder, lineOfSight: false, _mask);
            }
        }
    }

    /// <summary>Plays all steps, writing the full observation of every builder after each.</summary>
    public void PlayWithObservations()
    {
        Site.Reset(_goal);
        for (var step = 0; step < Steps; step++)
        {
            Step(step);
            for (var builder = 0; builder < Site.BuilderCount; builder++)
            {
                var observation = Site.Observe(builder);
                observation.WritePlanes(_planes);
                observation.WriteInventories(_counts);
            }
        }
    }

    /// <summary>Plays all steps, writing the mask with line of sight of every builder after each.</summary>
    public void PlayWithSight()
    {
        Site.Reset(_goal);
        for (var step = 0; step < Steps; step++)
        {
            Step(step);
            for (var builder = 0; builder < Site.BuilderCount; builder++)
            {
                ActionMask.WriteFlat(Site, builder, lineOfSight: true, _mask);
            }
        }
    }

    /// <summary>The baseline: after each step, scores and observations worked out anew, cell by cell, as a plain program would.</summary>
    /// <returns>The last score, so that nothing can be left out.</returns>
    public int PlayPlainly()
    {
        Site.Reset(_goal);
        var similarity = 0;
        for (var step = 0; step < Steps; step++)
        {
            Step(step);
            similarity = CountPlainly();
            for (var builder = 0; builder < Site.BuilderCount; builder++)
            {
                ObservePlainly(builder);
            }
        }

        return similarity;
    }

    private void Step(int step) => Site.Step(_actions.AsSpan(step * Site.BuilderCount, Site.BuilderCount), _deeds);

    private void Record(ulong seed)
    {
        RandomValidPolicy[] policies =
            [.. Enumerable.Range(0, Site.BuilderCount).Select(builder => new RandomValidPolicy(seed + (ulong)builder, lineOfSight: true))];
        for (var step = 0; step < Steps; step++)
        {
            for (var builder = 0; builder < policies.Length; builder++)
            {
                _actions[(step * policies.Length) + builder] = policies[builder].Act(Site.Observe(builder));
            }

            Step(step);
        }
    }

    private int CountPlainly()
    {
        var similarity = 0;
        for (var x = 0; x < Site.Size.Width; x++)
        {
            for (var y = 0; y < Site.Size.Height; y++)
            {
                for (var z = 0; z < Site.Size.Depth; z++)
                {
                    var cell = Site.Size.CellAt(x, y, z);
                    similarity += Site.Blocks[cell] == Site.Goal[cell] ? 1 : 0;
                }
            }
        }

        return similarity;
    }

    private void ObservePlainly(int builder)
    {
        var observation = Site.Observe(builder);
        var volume = Site.Size.Volume;
        for (var cell = 0; cell < volume; cell++)
        {
            var at = Site.Size.PosOf(cell);
            _planes[cell] = (byte)Site.Blocks[cell];
            _planes[volume + cell] = 0;
            _planes[(2 * volume) + cell] = (byte)Site.Goal[cell];
            _planes[(3 * volume) + cell] = 0;
            _planes[(4 * volume) + cell] = 0;
            for (var other = 0; other < Site.BuilderCount; other++)
            {
                if (Site.LocationOf(other).BodyFills(at))
                {
                    _planes[(4 * volume) + cell] = observation.MarkerOf(other);
                }
            }

            var last = Site.LastInteracted[cell];
            _planes[(5 * volume) + cell] = last == BuildSite.Nobody ? (byte)0 : observation.MarkerOf(last);
        }
    }
}
