using System.Text.Json;
using BlockAssist.Learner.Beliefs.Lessons;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Files;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Personal;

/// <summary>Makes a model for one player from a model for all: it learns from the player's sessions.</summary>
/// <remarks>
/// Whom it helps the player told by building: every session ends with what was to be built, and has in it what of the
/// assistant's work was kept and what was undone. Always from the model for all, never from an earlier personal one, so that
/// a bad session does no lasting harm.
/// </remarks>
/// <param name="start">The model for all.</param>
/// <param name="recipe">How to learn.</param>
/// <param name="device">What computes.</param>
/// <param name="clock">Says when it is time to save.</param>
public sealed class PersonalTraining(BeliefModel start, PersonalRecipe recipe, Device device, TimeProvider clock)
{
    /// <summary>Learns which edits last with the player; null: that is as with all.</summary>
    public PersonalSurvival? Survival { get; init; }

    /// <summary>Learns.</summary>
    /// <param name="sessions">The player's sessions; episodes on sites of the size that the model is for.</param>
    /// <param name="practice">Episodes of practice.</param>
    /// <param name="folder">Where the training keeps what it needs to go on.</param>
    /// <param name="resume">Whether to go on.</param>
    /// <param name="watch">Makes the one who is told of every step, from the stages.</param>
    /// <param name="cancellation">Saves and ends.</param>
    /// <exception cref="TrainingException">What is gone on with is another training.</exception>
    public Checkpoint Learn(
        IReadOnlyList<string> sessions,
        IReadOnlyList<string> practice,
        string folder,
        bool resume,
        Func<IReadOnlyList<TrainingStage>, ITrainingWatcher> watch,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(practice);
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentOutOfRangeException.ThrowIfZero(sessions.Count, nameof(sessions));
        var network = start.Network;
        var lessons = BeliefLessons.Open(network, PersonalRecipe.Mix(sessions, practice), cancellation);
        var whole = new TrainingRecipe(BeliefModel.Describe(network), [new TrainingStage("personal", lessons, recipe.Options)]);
        var run = new TrainingRun(whole, new TrainingFolder(folder, whole), device, clock) { Start = start.Weights };
        using var model = new BeliefModel(network, run.Run(resume, watch(whole.Stages), cancellation)) { Judge = start.Judge };
        var form = new PersonalForm(JsonElement.Parse(whole.ToJson()), [.. sessions.Select(ContentHash.OfFile)]);
        var learnt = model.ToCheckpoint() with { TrainingOptions = form.ToJson(), DataHash = whole.DataHash(), Metrics = run.Metrics };
        return Survival?.Learn(model, sessions, Path.Combine(folder, "branches"), cancellation) is { } judge ? BeliefModel.WithJudge(learnt, judge) : learnt;
    }
}
