using BlockAssist.Cli.Running;
using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Practice;
using BlockAssist.Learner.Beliefs.Survival;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Cli.Training;

/// <summary>Lets an assistant help the human model, and teaches it to foresee which of its edits last.</summary>
/// <param name="context">Its log and progress.</param>
/// <param name="human">The human model, as it is served.</param>
/// <param name="start">The assistant that it begins with.</param>
/// <param name="hash">The hash of its file: what others recorded in the same folder is not taken for its own.</param>
internal sealed class SurvivalJob(CommandContext context, InferenceEngine human, Checkpoint start, string hash)
{
    private const ulong FirstGoal = 30_000_000;
    private const ulong GoalsARound = 100_000;
    private const int Digits = 8;

    private static readonly SiteOptions Site = new();

    /// <summary>In how many episodes it helps, each round.</summary>
    public required int Episodes { get; init; }

    /// <summary>How many rounds: in each it helps as what it learnt in those before tells it to.</summary>
    public required int Rounds { get; init; }

    /// <summary>How it learns.</summary>
    public required SurvivalRecipe Recipe { get; init; }

    /// <summary>Helps and learns to the end; recordings that are there already are not made again.</summary>
    /// <param name="folder">Where recordings go.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    /// <exception cref="ForeseenException">Nothing could be learnt.</exception>
    public (Checkpoint Trained, IReadOnlyList<SurvivalRound> Rounds) Train(string folder, CancellationToken cancellation)
    {
        using var model = BeliefModel.Open(start);
        using var engine = InferenceEngine.Open(model.ToOnnx(), "assistant");
        var (judge, files, rounds) = (model.Judge, new List<string>(), new List<SurvivalRound>());
        var fates = new List<IReadOnlyList<SurvivalExample>>();
        for (var round = 0; round < Rounds; round++)
        {
            var played = Practise(round, engine, model.Network.Shape, judge, folder, cancellation);
            files.AddRange(played);
            fates.AddRange(FatesIn(played, engine, model.Network.Shape, cancellation));
            var fit = SurvivalTraining.Fit(fates, judge, Recipe, cancellation)
                ?? throw new ForeseenException($"Too little became of {files.Count} episodes to learn from", "Let it help in more: --episodes.");
            judge = fit.Judge;
            rounds.Add(new SurvivalRound(files.Count, fit.Examples, fit.Apart, fit.Before, fit.After));
        }

        return (BeliefModel.WithJudge(start, judge!), rounds);
    }

    private IReadOnlyList<string> Practise(int round, InferenceEngine engine, BeliefShape shape, SurvivalJudge? judge, string folder, CancellationToken cancellation)
    {
        var crew = new PracticeCrew(
            $"survival-{hash[..Digits]}",
            sites => new HumanPolicyGroup(human, sites, PlayStyle.Steady),
            seed => BeliefPolicy.Venturing(engine, shape, judge, seed));
        var play = new PracticePlay(Site, FirstGoal + ((ulong)round * GoalsARound) + Recipe.Seed);
        return context.WithProgress($"helping, round {round + 1}", Episodes, meter =>
            play.Record(Path.Combine(folder, FormattableString.Invariant($"round-{round}")), crew, Episodes, () => meter.Advance(), cancellation));
    }

    private IReadOnlyList<SurvivalExample>[] FatesIn(IReadOnlyList<string> files, InferenceEngine engine, BeliefShape shape, CancellationToken cancellation) =>
        context.WithProgress("looking what became of it", files.Count, meter => ParallelRuns.Run(
            files.Count,
            () => engine,
            (shared, number) =>
            {
                using var fates = new EpisodeFates(shared, shape);
                var found = fates.In(files[number]);
                meter.Advance();
                return found;
            },
            cancellation: cancellation));
}
