using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Beliefs.Practice;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Cli.Personal;

/// <summary>Practice that goes with what is learnt from a player, so that nothing is forgotten, and by which it is seen whether something was. Recorded once.</summary>
/// <param name="Learnt">What is learnt again.</param>
/// <param name="Judged">What is never learnt.</param>
internal sealed record Rehearsal(IReadOnlyList<string> Learnt, IReadOnlyList<string> Judged)
{
    /// <summary>How many episodes are learnt again, unless somebody says otherwise.</summary>
    public const int Usual = 96;

    private const ulong FirstGoal = 900_000;
    private const ulong FirstGoalJudged = 20_000_000;

    /// <summary>Records what is not there yet.</summary>
    /// <param name="context">Where the node keeps its trainings.</param>
    /// <param name="human">The human model that builds: a file, or the start of a hash; null for the one that plays.</param>
    /// <param name="learnt">How many episodes are learnt again; half as many more are not.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Rehearsal Record(CommandContext context, string? human, int learnt, CancellationToken cancellation)
    {
        var judged = Math.Max(1, learnt / 2);
        var model = new Lazy<InferenceEngine>(() => HumanModelInput.OpenServed(context, human));
        try
        {
            var crew = new PracticeCrew("rehearsal", sites => new HumanPolicyGroup(model.Value, sites, PlayStyle.Steady));
            return context.WithProgress("recording practice", learnt + judged, meter =>
            {
                return new Rehearsal(Play(FirstGoal, learnt), Play(FirstGoalJudged, judged));

                IReadOnlyList<string> Play(ulong firstGoal, int episodes) => new PracticePlay(new SiteOptions(), firstGoal)
                    .Record(Path.Combine(context.Home.Training, "rehearsal"), crew, episodes, () => meter.Advance(), cancellation);
            });
        }
        finally
        {
            if (model.IsValueCreated)
            {
                model.Value.Dispose();
            }
        }
    }
}
