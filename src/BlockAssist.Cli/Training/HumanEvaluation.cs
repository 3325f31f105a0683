using BlockAssist.Cli.Running;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Policies;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Training;

/// <summary>Measures human models by people, beside models that know next to nothing.</summary>
internal sealed class HumanEvaluation(CommandContext context, Device device)
{
    /// <summary>Everybody's play: what is learnt from and measured by.</summary>
    public required DemonstrationSet People { get; init; }

    /// <summary>Which kind of sessions is measured by; <c>all</c> for every kind.</summary>
    public required string Split { get; init; }

    /// <summary>Participants to measure by; none for all.</summary>
    public required IReadOnlyList<string> Only { get; init; }

    /// <summary>How models are trained.</summary>
    public required HumanRecipe Recipe { get; init; }

    /// <summary>How many scripted episodes are learnt first.</summary>
    public required int Scripted { get; init; }

    /// <summary>Trains a model for each participant from everybody else's play, and measures it by that participant.</summary>
    public HumanReport LeaveOneOut(CancellationToken cancellation)
    {
        var began = context.Surroundings.Clock.GetTimestamp();
        var folder = Path.Combine(context.Home.Training, "folds");
        var start = LearnScripted(Path.Combine(folder, "scripted"), cancellation);
        var scores = new List<ParticipantScore>();
        foreach (var participant in Participants())
        {
            var trainingBegan = context.Surroundings.Clock.GetTimestamp();
            var job = new HumanTrainingJob(context, device)
            {
                People = People.Where(one => one.Participant != participant),
                Scripted = 0,
                Start = start,
                Recipe = Recipe,
            };
            using var model = MeasuredModel.Of(job.Train(Path.Combine(folder, $"without-{participant}"), resume: false, cancellation), device);
            scores.Add(Score(participant, model, context.Surroundings.Clock.GetElapsedTime(trainingBegan).TotalSeconds, cancellation));
            var all = scores[^1].Models[0].Report.All;
            context.Log.Information("Participant {Participant}: {CrossEntropy:F3} nats, {Accuracy:P1} of {Turns} turns", participant, all.CrossEntropy, all.Accuracy, all.Turns);
        }

        return Report(leaveOneOut: true, scores, began);
    }

    /// <summary>Measures one model by all participants.</summary>
    public HumanReport Measure(MeasuredModel model, CancellationToken cancellation)
    {
        var began = context.Surroundings.Clock.GetTimestamp();
        return Report(leaveOneOut: false, [.. Participants().Select(participant => Score(participant, model, null, cancellation))], began);
    }

    private Checkpoint? LearnScripted(string folder, CancellationToken cancellation) => Scripted == 0 || Recipe.ScriptedSteps == 0
        ? null
        : new HumanTrainingJob(context, device) { People = new DemonstrationSet([]), Scripted = Scripted, Recipe = Recipe }.Train(folder, resume: false, cancellation);

    private List<string> Participants()
    {
        var measured = People.Where(IsMeasured).Participants;
        var missing = Only.Where(one => !measured.Contains(one)).ToList();
        var chosen = measured.Where(one => Only.Count == 0 || Only.Contains(one)).ToList();
        return missing.Count == 0 && chosen.Count > 0
            ? chosen
            : throw new ForeseenException(
                missing.Count == 0 ? $"Nobody to measure by in sessions of the kind '{Split}'" : $"No play of {string.Join(", ", missing)} in sessions of the kind '{Split}'",
                $"There is play of: {string.Join(", ", measured)}. Names are separated by spaces.");
    }

    private bool IsMeasured(Demonstration one) => Split is "all" || one.Split == Split;

    private ParticipantScore Score(string participant, MeasuredModel model, double? trainingSeconds, CancellationToken cancellation)
    {
        var measured = People.Where(one => one.Participant == participant && IsMeasured(one));
        using var learned = model.Foresee(new Habits());
        using var stranger = model.Foresee();
        (string Name, ITurnModel Model)[] models =
        [
            ("human model", learned),
            ("… that gets used to nobody", stranger),
            ("counted", CountedModel.Of(People.Where(one => one.Participant != participant && one.Split == measured.Demonstrations[0].Split))),
            ("uniform over the mask", Baselines.Uniform),
            ("always no-op", Baselines.Noop),
            ("repeat", Baselines.Repeat),
        ];
        return new ParticipantScore(
            participant,
            [.. models.Select(each => new ModelScore(each.Name, ImitationEvaluation.Of(each.Model, measured, cancellation)))],
            trainingSeconds);
    }

    private HumanReport Report(bool leaveOneOut, List<ParticipantScore> scores, long began)
    {
        var names = scores[0].Models.Select(model => model.Name);
        var all = names.Select((name, index) => new ModelScore(name, ImitationReport.Sum([.. scores.Select(score => score.Models[index].Report)])));
        return new HumanReport(Split, leaveOneOut, [.. all], scores, context.Surroundings.Clock.GetElapsedTime(began).TotalSeconds);
    }
}
