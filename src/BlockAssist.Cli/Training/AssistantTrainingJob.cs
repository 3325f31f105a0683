using BlockAssist.Cli.Running;
using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Lessons;
using BlockAssist.Learner.Beliefs.Practice;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Training;

/// <summary>Trains an assistant: it watches scripted builders and the human model build, then helps them and learns from that, round by round.</summary>
/// <remarks>The recordings of a round depend on what the rounds before came to, so each round is a training of its own, in a folder of its own.</remarks>
/// <param name="context">Its log, progress and clock.</param>
/// <param name="human">The human model, as it is served.</param>
/// <param name="device">What trains.</param>
internal sealed class AssistantTrainingJob(CommandContext context, InferenceEngine human, Device device)
{
    private const ulong FirstGoal = 100_000;
    private const ulong FirstGoalApart = 10_000_000;
    private const ulong GoalsARound = 100_000;
    private const double LeastSure = 0.5;
    private const double MostSure = 0.95;

    private static readonly SiteOptions Site = new();

    private readonly BeliefShape _shape = new(Site.Size);
    private readonly List<string> _scripted = [];
    private readonly List<string> _models = [];

    /// <summary>How it is trained.</summary>
    public required AssistantRecipe Recipe { get; init; }

    /// <summary>How many scripted episodes are watched, and how many a round are helped in.</summary>
    public required PracticeAmount Scripted { get; init; }

    /// <summary>The same of episodes of the human model.</summary>
    public required PracticeAmount Models { get; init; }

    /// <summary>How many rounds of helping.</summary>
    public required int Rounds { get; init; }

    /// <summary>How many recordings were learnt from.</summary>
    public int Recordings => _scripted.Count + _models.Count;

    /// <summary>Trains to the end.</summary>
    /// <param name="folder">Where the training keeps what it needs to go on.</param>
    /// <param name="resume">Whether to go on.</param>
    /// <param name="cancellation">Saves and ends.</param>
    public Checkpoint Train(string folder, bool resume, CancellationToken cancellation)
    {
        if (!resume && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Checkpoint? trained = null;
        for (var round = 0; round <= Rounds; round++)
        {
            using var before = trained is null ? null : BeliefModel.Open(trained, device);
            var kept = FolderOf(folder, round);
            var apart = Practise(round, before, kept, cancellation);
            trained = Learn(round, before, kept, resume, apart, cancellation);
            TrainingCurves.Draw([.. Enumerable.Range(0, round + 1).Select(one => TrainingFolder.MetricsIn(FolderOf(folder, one)))], TrainingCurves.PathIn(folder));
        }

        return trained!;
    }

    private static string FolderOf(string folder, int round) => Path.Combine(folder, FormattableString.Invariant($"round-{round}"));

    private Checkpoint Learn(int round, BeliefModel? before, string folder, bool resume, IReadOnlyList<string> apart, CancellationToken cancellation)
    {
        var network = before?.Network ?? new BeliefNetwork(_shape, Recipe.Network);
        var lessons = BeliefLessons.Open(network, AssistantRecipe.Weighted(_scripted, _models), cancellation);
        var recipe = new TrainingRecipe(BeliefModel.Describe(network), [new TrainingStage(round == 0 ? "watching" : FormattableString.Invariant($"helping {round}"), lessons, Recipe.OptionsOf(round)) { Stopping = StoppingBy(network, apart, cancellation) }]);
        var run = new TrainingRun(recipe, new TrainingFolder(folder, recipe), device, context.Surroundings.Clock) { Start = before?.Weights };
        var weights = context.WithProgress(
            recipe.Stages[0].Name, recipe.Stages[0].Options.Steps, meter => run.Run(resume, new TrainingProgress(context, meter, recipe.Stages), cancellation));
        using var model = new BeliefModel(network, weights);
        return model.ToCheckpoint() with
        {
            TrainingOptions = recipe.ToJson(),
            DataHash = recipe.DataHash(),
            CodeVersion = ProgramVersion.Text,
            Metrics = run.Metrics,
        };
    }

    // Not to end early by: what helpers meet in the rounds to come is not in it. The best weights are kept.
    private EarlyStopping StoppingBy(BeliefNetwork network, IReadOnlyList<string> apart, CancellationToken cancellation)
    {
        var lessons = BeliefLessons.Open(network, apart, cancellation);
        return new EarlyStopping(new KeptApart(lessons, Recipe.OptionsApart, AssistantRecipe.LessonsApart, device).LossOf, lessons.Hash())
        {
            Every = AssistantRecipe.StepsBetweenLooks,
            Patience = int.MaxValue,
        };
    }

    // Adds to what is learnt, and answers what is kept apart.
    private IReadOnlyList<string> Practise(int round, BeliefModel? helper, string folder, CancellationToken cancellation)
    {
        using var engine = helper is null ? null : InferenceEngine.Open(helper.ToOnnx(), "assistant");
        var scripted = new PracticeCrew("scripted", _ => new SeparatePolicies(PracticeBuilders.Of), HelperOf(engine));
        var models = new PracticeCrew("human-model", sites => new HumanPolicyGroup(human, sites, PlayStyle.Steady), HelperOf(engine));
        var (goals, apart) = (((ulong)round * GoalsARound) + Recipe.Seed, Path.Combine(folder, "apart"));
        _scripted.AddRange(Record(FirstGoal + goals, folder, scripted, round == 0 ? Scripted.Watched : Scripted.Helped, cancellation));
        _models.AddRange(Record(FirstGoal + goals, folder, models, round == 0 ? Models.Watched : Models.Helped, cancellation));
        return
        [
            .. Record(FirstGoalApart + goals, apart, scripted, AssistantRecipe.EpisodesApart(Scripted.Watched), cancellation),
            .. Record(FirstGoalApart + goals, apart, models, AssistantRecipe.EpisodesApart(Models.Watched), cancellation),
        ];
    }

    private IReadOnlyList<string> Record(ulong first, string folder, PracticeCrew crew, int episodes, CancellationToken cancellation)
    {
        var play = new PracticePlay(Site, first);
        return context.WithProgress($"recording {crew.Name}", episodes, meter => play.Record(Path.Combine(folder, "episodes"), crew, episodes, () => meter.Advance(), cancellation));
    }

    // From rash to hesitant ones: whoever learns from them sees what comes of both.
    private Func<ulong, IPolicy>? HelperOf(InferenceEngine? engine) => engine is null
        ? null
        : seed => BeliefPolicy.Sure(engine, _shape, LeastSure + ((MostSure - LeastSure) * new SeededRandom(seed).NextDouble()));
}
