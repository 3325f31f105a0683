using System.Globalization;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Personal;
using BlockAssist.Simulation.Files;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Personal;

/// <summary>The assistant learns from its player: what it learnt from earlier sessions is tried on the newer ones, and plays if that shows it to be better; then it learns from all.</summary>
/// <remarks>Where nothing was played since the last time, it costs nothing: torch is not started and nothing is practised.</remarks>
/// <param name="context">Where the node's models are.</param>
/// <param name="compute">Starts what trains.</param>
/// <param name="rehearse">Makes the practice that goes with it.</param>
/// <param name="human">Opens the human model.</param>
internal sealed class PersonalLearning(CommandContext context, Func<Device> compute, Func<Rehearsal> rehearse, Func<InferenceEngine> human)
{
    /// <summary>How it learns.</summary>
    public required PersonalRecipe Recipe { get; init; }

    /// <summary>Learns.</summary>
    /// <param name="sessions">The player's sessions, the oldest first.</param>
    /// <param name="cancellation">Saves and ends.</param>
    public PersonalReport Learn(IReadOnlyList<string> sessions, CancellationToken cancellation)
    {
        var models = new PersonalModels(context);
        var hashes = sessions.Select(ContentHash.OfFile).ToList();
        var (unlearnt, untried) = (Without(LearntBy(models.Candidate)), Without(LearntBy(models.Candidate).Concat(LearntBy(models.Playing))));
        if (unlearnt.Count == 0)
        {
            return new PersonalReport(sessions.Count, null, null, null, false, models.Playing.Hash);
        }

        var (device, practice) = (compute(), rehearse());
        var (trial, tried) = untried.Count == 0 ? (null, null) : Try(models, untried, practice, cancellation);
        var isPromoted = trial is { IsPassed: true };
        if (isPromoted)
        {
            models.Promote();
        }

        var learnt = Learn(models, sessions, device, practice, cancellation);
        var report = new PersonalReport(sessions.Count, learnt, tried, trial, isPromoted, models.Playing.Hash);
        new LessonLog(context.Home).Add(report, context.Surroundings.Clock.GetUtcNow());
        return report;

        List<string> Without(IEnumerable<string> known) => [.. sessions.Where((_, number) => !known.Contains(hashes[number]))];
    }

    private static IReadOnlyList<string> LearntBy(NamedModel? model) => model is null ? [] : PersonalForm.Of(model.Checkpoint)?.Sessions ?? [];

    private (PersonalTrial? Trial, string? Model) Try(PersonalModels models, List<string> untried, Rehearsal practice, CancellationToken cancellation)
    {
        if (models.Candidate is not { } candidate)
        {
            return (null, null);
        }

        var playing = new MeasuredBelief(models.Playing.Checkpoint);
        var trial = context.WithProgress("trying what was learnt before", 2 * (untried.Count + practice.Judged.Count), meter =>
            playing.Against(new MeasuredBelief(candidate.Checkpoint), untried, practice.Judged, () => meter.Advance(), cancellation));
        return (trial, candidate.Hash);
    }

    private string Learn(PersonalModels models, IReadOnlyList<string> sessions, Device device, Rehearsal practice, CancellationToken cancellation)
    {
        var forAll = models.ForAll();
        using var start = BeliefModel.Open(forAll.Checkpoint, device);
        using var model = start.Judge is null ? null : human();
        var folder = Path.Combine(context.Home.Training, "personal");
        var job = new PersonalTrainingJob(context, folder, start, forAll.Hash, Recipe, device, model);
        var note = string.Create(CultureInfo.InvariantCulture, $"learnt from {sessions.Count} of the player's sessions");
        var learnt = context.WithProgress("learning from the player", Recipe.Steps, meter => job.Train(sessions, practice.Learnt, meter, checkpoint => models.Add(checkpoint, note), cancellation));
        foreach (var old in Directory.EnumerateDirectories(folder))
        {
            // Of fewer sessions, or from another model: nobody goes on with it.
            Directory.Delete(old, recursive: true);
        }

        return learnt;
    }
}
