using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Tests.Data;
using BlockAssist.Learner.Training;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Training;

/// <summary>A training of seconds: two stages, a small network, a program's play on small sites.</summary>
internal static class SmallTraining
{
    public static TrainingOptions Options { get; } = new() { Steps = 14, Length = 4, Batch = 3, WarmUp = 3 };

    public static HumanNetwork Network { get; } = new(SmallTask.Size);

    public static DemonstrationSet Demonstrations(RecordedScript play) => play.Demonstrations(3, 40, new(6, 7, 6));

    public static HumanLessons Lessons(DemonstrationSet data) => new(Network, data);

    /// <summary>Writes a model of the network that has learnt nothing into a file.</summary>
    public static void SaveFresh(string file)
    {
        using var weights = WeightSet.Fresh(Network.Weights(), 1);
        CheckpointFile.Save(Checkpoint.Of(HumanNetwork.Name, weights) with { NetworkOptions = HumanLessons.Describe(Network).Options }, file);
    }

    public static TrainingRecipe Recipe(DemonstrationSet data) => new(
        HumanLessons.Describe(Network), [new TrainingStage("first", Lessons(data), Options), new TrainingStage("second", Lessons(data), Options with { Seed = 2, Rate = 1e-3 })]);

    public static TrainingRun Run(DemonstrationSet data, string folder, TimeSpan betweenSaves)
    {
        var recipe = Recipe(data);
        return new TrainingRun(recipe, new TrainingFolder(folder, recipe), CPU, TimeProvider.System) { BetweenSaves = betweenSaves };
    }
}
