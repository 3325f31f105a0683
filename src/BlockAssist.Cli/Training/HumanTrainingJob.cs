using BlockAssist.Cli.Running;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Files;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Training;

/// <summary>Trains a human model: makes up scripted play, learns it, learns people's play, draws the curves.</summary>
internal sealed class HumanTrainingJob(CommandContext context, Device device)
{
    /// <summary>How many steps of scripted play are usual.</summary>
    public const int ScriptedSteps = 500;

    /// <summary>How many steps of people's play are usual.</summary>
    public const int Steps = 800;

    private const ulong FirstHouse = 5000;

    /// <summary>Whose play is learnt.</summary>
    public required DemonstrationSet People { get; init; }

    /// <summary>Play by which the training of people's play is ended once it no longer gets better; null for none.</summary>
    public DemonstrationSet? Validation { get; init; }

    /// <summary>How many scripted episodes are learnt first; 0 for none.</summary>
    public required int Scripted { get; init; }

    /// <summary>What to go on from; null for fresh weights.</summary>
    public Checkpoint? Start { get; init; }

    /// <summary>How it is trained.</summary>
    public required HumanRecipe Recipe { get; init; }

    /// <summary>Trains to the end.</summary>
    /// <param name="folder">Where the training keeps what it needs to go on.</param>
    /// <param name="resume">Whether to go on.</param>
    /// <param name="cancellation">Saves and ends.</param>
    public Checkpoint Train(string folder, bool resume, CancellationToken cancellation)
    {
        using var start = Start is null ? null : HumanModel.Open(Start, device);
        var network = start?.Network ?? new HumanNetwork(Recipe.Network);
        var recipe = new TrainingRecipe(HumanLessons.Describe(network), Stages(network, cancellation));
        var kept = new TrainingFolder(folder, recipe);
        var run = new TrainingRun(recipe, kept, device, context.Surroundings.Clock) { Start = start?.Weights };
        if (resume && !File.Exists(kept.StatePath))
        {
            context.Log.Information("Nothing to go on from in {Folder}: the training begins anew", folder);
        }

        var steps = recipe.Stages.Sum(stage => stage.Options.Steps);
        var weights = context.WithProgress("training", steps, meter => run.Run(resume, new TrainingProgress(context, meter, recipe.Stages), cancellation));
        using var model = new HumanModel(network, weights);
        TrainingCurves.Draw([kept.MetricsPath], TrainingCurves.PathIn(folder));
        return model.ToCheckpoint() with
        {
            TrainingOptions = recipe.ToJson(),
            DataHash = recipe.DataHash(),
            CodeVersion = ProgramVersion.Text,
            Parent = Start is null ? null : ContentHash.Of(CheckpointFile.ToBytes(Start)),
            Metrics = run.Metrics,
        };
    }

    private List<TrainingStage> Stages(HumanNetwork network, CancellationToken cancellation)
    {
        var stages = new List<TrainingStage>();
        if (Scripted > 0 && Recipe.ScriptedSteps > 0)
        {
            stages.Add(Recipe.ScriptedStage(network, MakeUp(cancellation)));
        }

        if (People.Turns > 0)
        {
            stages.Add(Recipe.PeopleStage(network, People) with { Stopping = Validation is null ? null : StoppingBy(Validation, network, cancellation) });
        }

        return stages;
    }

    private EarlyStopping StoppingBy(DemonstrationSet validation, HumanNetwork network, CancellationToken cancellation) => new(
        weights =>
        {
            using var model = HumanTurnModel.OnTorch(network, weights, device);
            return ImitationEvaluation.Of(model, validation, cancellation).All.CrossEntropy;
        },
        validation.ManifestHash());

    private DemonstrationSet MakeUp(CancellationToken cancellation) => context.WithProgress("making up scripted play", Scripted, meter =>
        DemonstrationSet.Open(new ScriptedPlay(FirstHouse).Record(Path.Combine(context.Home.Training, "scripted"), Scripted, () => meter.Advance(), cancellation)));
}
