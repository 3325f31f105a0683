using System.CommandLine;
using BlockAssist.Cli.Personal;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Personal;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Commands.Train;

/// <summary><c>blockassist train personal</c>: the assistant learns from its player.</summary>
internal static class TrainPersonalCommand
{
    private const string People = "people";
    private const string Scripted = "scripted";

    private static readonly PersonalRecipe Usual = new();

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var data = LearningInput.Data();
        var human = new Option<string?>("--human") { Description = "The human model that practises: a file, or the start of a hash; by default the one that plays here.", HelpName = "MODEL" };
        var players = new Option<string>("--players") { Description = "Whose sessions: 'people', or 'scripted' for those of scripted players.", DefaultValueFactory = _ => People };
        players.AcceptOnlyFromAmong(People, Scripted);
        var steps = Ranged.Option("--steps", "How many steps are learnt: the budget. A step takes a core about half a second.", Usual.Steps, (1, 1_000_000));
        var practice = LearningInput.Practice();
        var seed = Ranged.Seed("Fixes all that chance decides.");
        var threads = LearningInput.Threads();
        var device = LearningInput.Device();
        var verb = new Verb(
            "personal",
            "The assistant learns from its player's sessions. What it learnt before is tried on the sessions since, and plays from then on if it is surely better on them and not worse on practice. Goes on where it was killed; the game does it by itself after each session.",
            new Example("blockassist train personal", "learn from what was played since the last time"),
            new Example("blockassist train personal --steps 400", "longer"),
            new Example("blockassist model rollback --kind assistant", "have the assistant back that helped before"))
        {
            data, human, players, steps, practice, seed, threads, device,
        };
        verb.Runs((parsed, context, cancellation) =>
        {
            var sessions = PlayerSessions.Of(context, parsed.GetValue(data), new SiteOptions().Size, parsed.GetValue(players) == Scripted ? BuilderRole.Scripted : BuilderRole.Person);
            if (sessions.Count == 0)
            {
                throw new ForeseenException($"Nobody has built on a site of {new SiteOptions().Size} there", "Play a session first: blockassist play.");
            }

            using var held = HeldFile.TryTake(Path.Combine(context.Home.Training, "personal.lock")) ?? throw new ForeseenException("the assistant learns already, in another process", "Wait until that is done.");
            var learning = new PersonalLearning(
                context,
                () => LearningInput.Compute(context, parsed.GetRequiredValue(device), parsed.GetValue(threads)).Device,
                () => Rehearsal.Record(context, parsed.GetValue(human), parsed.GetValue(practice), cancellation),
                () => HumanModelInput.OpenServed(context, parsed.GetValue(human)))
            {
                Recipe = Usual with { Steps = parsed.GetValue(steps), Seed = parsed.GetValue(seed) },
            };
            context.Output.Result(learning.Learn([.. sessions.Select(one => one.Path)], cancellation), PersonalJsonForms.Default.PersonalReport, PersonalTables.Of);
            return ExitCode.Done;
        });
        return verb;
    }
}
