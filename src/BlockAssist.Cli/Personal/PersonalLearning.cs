using System.Globalization;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Personal;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Personal;

/// <summary>The assistant learns from its player: what it learnt from earlier sessions is tried on the newer ones, and plays if that shows it to be better; then it learns from all.</summary>
/// <param name="context">Where the node's models are.</param>
/// <param name="device">What trains.</param>
internal sealed class PersonalLearning(CommandContext context, Device device)
{
    /// <summary>How it learns.</summary>
    public required PersonalRecipe Recipe { get; init; }

    /// <summary>Practice that goes with it.</summary>
    public required Rehearsal Practice { get; init; }

    /// <summary>Learns.</summary>
    /// <param name="sessions">The player's sessions, the oldest first.</param>
    /// <param name="cancellation">Saves and ends.</param>
    public PersonalReport Learn(IReadOnlyList<string> sessions, CancellationToken cancellation)
    {
        var models = new PersonalModels(context);
        var hashes = sessions.Select(ContentHash.OfFile).ToList();
        var (trial, tried) = Try(models, sessions, hashes, cancellation);
        var isPromoted = trial is { IsPassed: true };
        if (isPromoted)
        {
            models.Promote();
        }

        var isNew = hashes.Except(LearntBy(models.Candidate)).Any();
        var learnt = isNew ? Learn(models, sessions, cancellation) : null;
        return new PersonalReport(sessions.Count, learnt, tried, trial, isPromoted, models.Playing.Hash);
    }

    private static IReadOnlyList<string> LearntBy(NamedModel? model) => model is null ? [] : PersonalForm.Of(model.Checkpoint)?.Sessions ?? [];

    private (PersonalTrial? Trial, string? Model) Try(PersonalModels models, IReadOnlyList<string> sessions, List<string> hashes, CancellationToken cancellation)
    {
        var known = LearntBy(models.Candidate).Union(LearntBy(models.Playing)).ToHashSet(StringComparer.Ordinal);
        List<string> unseen = [.. sessions.Where((_, number) => !known.Contains(hashes[number]))];
        if (models.Candidate is not { } candidate || unseen.Count == 0)
        {
            return (null, null);
        }

        var playing = new MeasuredBelief(models.Playing.Checkpoint);
        var trial = context.WithProgress("trying what was learnt before", 2 * (unseen.Count + Practice.Judged.Count), meter =>
            playing.Against(new MeasuredBelief(candidate.Checkpoint), unseen, Practice.Judged, () => meter.Advance(), cancellation));
        return (trial, candidate.Hash);
    }

    private string Learn(PersonalModels models, IReadOnlyList<string> sessions, CancellationToken cancellation)
    {
        var forAll = models.ForAll();
        using var start = BeliefModel.Open(forAll.Checkpoint, device);
        var job = new PersonalTrainingJob(context, start, forAll.Hash, Recipe, device);
        var checkpoint = context.WithProgress("learning from the player", Recipe.Steps, meter => job.Train(sessions, Practice.Learnt, meter, cancellation));
        return models.Add(checkpoint, string.Create(CultureInfo.InvariantCulture, $"learnt from {sessions.Count} of the player's sessions"));
    }
}
