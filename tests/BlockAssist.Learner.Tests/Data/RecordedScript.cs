using BlockAssist.Learner.Data;
using BlockAssist.Learner.Tests.Views;
using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Data;

/// <summary>Episodes in which a program builds a heap of blocks on a small site; in a folder that is gone when the test is.</summary>
internal sealed class RecordedScript : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    /// <summary>Demonstrations of short episodes.</summary>
    /// <param name="count">How many.</param>
    /// <param name="steps">The most steps of each.</param>
    /// <param name="size">Of which size the sites are.</param>
    public DemonstrationSet Demonstrations(int count, int steps, GridSize size)
    {
        for (var seed = 1; seed <= count; seed++)
        {
            Record($"heap-{seed:D2}", Goal(size, seed), steps);
        }

        return DemonstrationSet.Open([Folder]);
    }

    /// <summary>Records an episode.</summary>
    /// <returns>Where it is.</returns>
    public string Record(string name, BlockGrid goal, int steps)
    {
        var options = new SiteOptions { Size = goal.Size, Horizon = steps };
        var header = Header(options, goal);
        var site = header.CreateSite();
        var path = Path.Combine(Folder, name + ".bae");
        using var writer = EpisodeWriter.Create(path, header, site, new EpisodeWriterOptions { HashSteps = 10, KeyframeSteps = 20 });
        new PolicyRunner(site, new LayerBuilder()).Run(new Recorder(writer));
        writer.Complete(EndReason.Stopped);
        return path;
    }

    /// <summary>Records what was done in an episode, turned.</summary>
    /// <remarks>By a person: then whether an edit succeeds does not hang on rays, which do not turn exactly.</remarks>
    public (string Plain, string Turned) RecordTurned(string name, BlockGrid goal, int steps, Symmetry symmetry)
    {
        var actions = new List<BuilderAction>();
        var site = new BuildSite(new SiteOptions { Size = goal.Size, Horizon = steps }, goal);
        new PolicyRunner(site, new LayerBuilder()).Run(new Collector(actions));
        var start = new BuildSite(site.Options, goal).Capture();
        var scene = new Scene(site.Options with { Builders = [new BuilderOptions { IsHuman = true }] }, start, 0, [.. actions.Select(action => (default(BlockPos), action))]);
        return (Write($"{name}-plain", scene), Write($"{name}-turned", scene.Turned(symmetry)));
    }

    /// <summary>Ground, and some blocks on it.</summary>
    public static BlockGrid Goal(GridSize size, int seed)
    {
        var (random, goal) = (new SeededRandom((ulong)seed), SiteGround.Reset(size));
        for (var block = 0; block < 8; block++)
        {
            var (x, z) = (random.Next(size.Width), random.Next(size.Depth));
            var y = SiteGround.Surface;
            while (y < size.Height - 3 && goal[x, y, z] != Block.Air)
            {
                y++;
            }

            goal[x, y, z] = Palette.Placeable[random.Next(Palette.Placeable.Length)];
        }

        goal[random.Next(size.Width), SiteGround.Surface - 1, random.Next(size.Depth)] = Block.Glass;
        return goal;
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string name, Scene scene)
    {
        var header = Header(scene.Options, scene.State.Goal) with { Start = scene.State };
        var site = header.CreateSite();
        var path = Path.Combine(Folder, name + ".bae");
        using var writer = EpisodeWriter.Create(path, header, site);
        foreach (var (_, action) in scene.History)
        {
            site.Step([action], new Deed[1]);
            writer.Step(500 * writer.Steps, [action], [ActionOrigin.Decision]);
        }

        writer.Complete(EndReason.Stopped);
        return path;
    }

    private static EpisodeHeader Header(SiteOptions options, BlockGrid goal) => new()
    {
        Options = options,
        Goal = goal,
        Builders = [new EpisodeBuilder(BuilderRole.Scripted, "layers")],
        StepMilliseconds = 500,
    };

    private sealed class Recorder(EpisodeWriter writer) : IRunVisitor
    {
        public void Visit(BuildSite site, ReadOnlySpan<BuilderAction> actions, ReadOnlySpan<Deed> deeds) =>
            writer.Step(500 * writer.Steps, actions, [ActionOrigin.Decision]);
    }

    private sealed class Collector(List<BuilderAction> all) : IRunVisitor
    {
        public void Visit(BuildSite site, ReadOnlySpan<BuilderAction> actions, ReadOnlySpan<Deed> deeds) => all.Add(actions[0]);
    }
}
