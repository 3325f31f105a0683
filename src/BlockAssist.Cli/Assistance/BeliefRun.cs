using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Beliefs.Practice;
using BlockAssist.Learner.Evaluation.Beliefs;
using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Cli.Assistance;

/// <summary>Measures how well a belief model infers goals, from recorded play or from play of the human model.</summary>
internal static class BeliefRun
{
    private static readonly SiteOptions Site = new();

    /// <summary>Measures what an order asks for.</summary>
    /// <exception cref="ForeseenException">There is no such model, or nothing to measure it by.</exception>
    public static BeliefReport Of(CommandContext context, BeliefOrder order, CancellationToken cancellation)
    {
        using var assistant = AssistantModel.Open(context, order.Assistant, Site.Size, sure: 1);
        var evaluation = new BeliefEvaluation(assistant.Engine, assistant.Shape) { MomentsAnEpisode = order.Moments };
        if (order.Data is not null)
        {
            return Measure(context, evaluation, Recorded(context, order.Data), cancellation);
        }

        var folder = Directory.CreateTempSubdirectory("blockassist-belief-").FullName;
        try
        {
            return Measure(context, evaluation, Play(context, order, folder, cancellation), cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static BeliefReport Measure(CommandContext context, BeliefEvaluation evaluation, IReadOnlyList<string> files, CancellationToken cancellation) =>
        context.WithProgress("measuring", files.Count, meter => evaluation.Of(files, () => meter.Advance(), cancellation));

    // Sites of other sizes, as those of tutorials, are not what the model is for.
    private static List<string> Recorded(CommandContext context, string[] paths)
    {
        List<string> files = [.. LearningInput.Open(context, paths).Demonstrations.Select(one => one.Path).Distinct().Where(path => EpisodeReader.Open(path).Header.Options.Size == Site.Size)];
        return files.Count > 0 ? files : throw new ForeseenException($"There is no episode on a site of {Site.Size} in {string.Join(", ", paths)}");
    }

    private static IReadOnlyList<string> Play(CommandContext context, BeliefOrder order, string folder, CancellationToken cancellation)
    {
        using var human = HumanModelInput.OpenServed(context, order.Human);
        var first = HumanPlayRun.FirstHouse + order.Seed;
        var play = new PracticePlay(Site, first);
        if (order.Houses.Count > 0)
        {
            var shelf = GoalShelf.Open(Site, order.Houses, first);
            play = new PracticePlay(Site, first) { Goals = number => shelf.Take((int)(number - first)) };
        }

        var crew = new PracticeCrew("human-model", sites => new HumanPolicyGroup(human, sites, PlayStyle.Steady));
        return context.WithProgress("building", order.Episodes, meter => play.Record(folder, crew, order.Episodes, () => meter.Advance(), cancellation));
    }
}
