using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Training;

/// <summary>A training of seconds: two stages, a small network, a program's play on small sites.</summary>
internal static class SmallTraining
{
    private const int Episodes = 3;
    private static readonly GridSize Size = new(6, 7, 6);

    public static TrainingOptions Options { get; } = new() { Steps = 14, Length = 4, Batch = 3, WarmUp = 3 };

    public static HumanNetworkOptions Network { get; } = new() { CellFeatures = 4, Channels = 16, Blocks = 1, Context = 16, Memory = 16, Dropout = 0.1 };

    /// <summary>Records the play into a folder, the same each time.</summary>
    public static DemonstrationSet Play(string folder)
    {
        for (var seed = 1; seed <= Episodes; seed++)
        {
            var goal = SiteGround.Reset(Size);
            var random = new SeededRandom((ulong)seed);
            for (var block = 0; block < 6; block++)
            {
                goal[random.Next(Size.Width), SiteGround.Surface, random.Next(Size.Depth)] = Palette.Placeable[random.Next(Palette.Placeable.Length)];
            }

            Record(Path.Combine(folder, FormattableString.Invariant($"heap-{seed}.bae")), goal);
        }

        return DemonstrationSet.Open([folder]);
    }

    public static TrainingRecipe Recipe(DemonstrationSet data) => new(
        Network, [new TrainingStage("first", data, Options), new TrainingStage("second", data, Options with { Seed = 2, Rate = 1e-3 })]);

    public static TrainingRun Run(DemonstrationSet data, string folder, TimeSpan betweenSaves)
    {
        var recipe = Recipe(data);
        return new TrainingRun(recipe, new TrainingFolder(folder, recipe), CPU, TimeProvider.System) { BetweenSaves = betweenSaves };
    }

    private static void Record(string path, BlockGrid goal)
    {
        var header = new EpisodeHeader
        {
            Options = new SiteOptions { Size = goal.Size, Horizon = 40 },
            Goal = goal,
            Builders = [new EpisodeBuilder(BuilderRole.Scripted, "layers")],
            StepMilliseconds = 500,
        };
        var site = header.CreateSite();
        using var writer = EpisodeWriter.Create(path, header, site);
        new PolicyRunner(site, new LayerBuilder()).Run(new Recorder(writer));
        writer.Complete(EndReason.Stopped);
    }

    private sealed class Recorder(EpisodeWriter writer) : IRunVisitor
    {
        public void Visit(BuildSite site, ReadOnlySpan<BuilderAction> actions, ReadOnlySpan<Deed> deeds) =>
            writer.Step(500 * writer.Steps, actions, [ActionOrigin.Decision]);
    }
}
