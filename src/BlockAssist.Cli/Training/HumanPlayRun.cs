using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Policies;

namespace BlockAssist.Cli.Training;

/// <summary>Lets a human model build alone, and measures it.</summary>
internal static class HumanPlayRun
{
    /// <summary>The first of the made-up houses that nothing was trained on: scripted play has those from 5,000 on.</summary>
    public const ulong FirstHouse = 1_000_000;

    /// <summary>Builds the houses of an order.</summary>
    public static ExitCode Run(CommandContext context, HumanPlayOrder order, InferenceEngine engine, CancellationToken cancellation)
    {
        var shelf = GoalShelf.Open(order.Site, order.Houses, FirstHouse + order.Seed);
        var options = new PlayOptions { Episodes = order.Episodes, Site = order.Site, Seed = order.Seed };
        var evaluation = new PlayEvaluation(options, number =>
        {
            var (name, goal) = shelf.Take(number);
            return new PlayGoal(name, goal);
        });
        var report = context.WithProgress("building", order.Episodes, meter =>
            evaluation.Of(() => new HumanPolicyGroup(engine, options.Together, order.Style), () => meter.Advance(), cancellation));
        context.Output.Result(report, LearningJson.Default.PlayReport, HumanTables.Of);
        return ExitCode.Done;
    }
}
