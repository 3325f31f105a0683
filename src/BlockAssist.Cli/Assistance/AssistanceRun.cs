using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Evaluation.Assistance;
using BlockAssist.Learner.Policies;

namespace BlockAssist.Cli.Assistance;

/// <summary>Lets a human model build alone and with helpers, and compares.</summary>
internal static class AssistanceRun
{
    /// <summary>Builds the houses of an order.</summary>
    /// <exception cref="ForeseenException">There is no such model, or no house.</exception>
    public static AssistanceReport Of(CommandContext context, AssistanceOrder order, CancellationToken cancellation)
    {
        var shelf = GoalShelf.Open(order.Play.Site, order.Houses, HumanPlayRun.FirstHouse + order.Play.Seed);
        using var human = HumanModelInput.OpenServed(context, order.Human);
        using var assistant = HelperNames.NeedModel(order.Helpers) ? AssistantModel.Open(context, order.Assistant, order.Play.Site.Size, order.Sure) : null;
        var helpers = HelperNames.Choose(order.Helpers, assistant, human, order.Search, context.Surroundings.Clock);
        var evaluation = new AssistanceEvaluation(
            order.Play,
            number =>
            {
                var (name, goal) = shelf.Take(number);
                return new PlayGoal(name, goal);
            },
            context.Surroundings.Clock);
        return context.WithProgress("building", order.Play.Episodes * (1 + helpers.Count), meter =>
            evaluation.Of(() => new HumanPolicyGroup(human, order.Play.Together, order.Style), helpers, () => meter.Advance(), cancellation));
    }
}
