using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Evaluation.Beliefs;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Personal;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Files;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Personal;

/// <summary>Shows on recorded sequences of sessions what it brings to learn from a person.</summary>
/// <param name="context">Its log and progress.</param>
/// <param name="device">What trains.</param>
internal sealed class PersonalCurveRun(CommandContext context, Device device)
{
    /// <summary>How models learn from persons.</summary>
    public required PersonalRecipe Recipe { get; init; }

    /// <summary>How many episodes of practice are learnt again; half as many more are only judged by.</summary>
    public required int Practice { get; init; }

    /// <summary>The model for all: a file, or the start of a hash; null for the one that plays.</summary>
    public string? Assistant { get; init; }

    /// <summary>The human model that practises: likewise.</summary>
    public string? Human { get; init; }

    private string Trainings => Path.Combine(context.Home.Training, "personal-curve");

    /// <summary>Learns from the first sessions of each person, again and again, and measures by the later ones.</summary>
    /// <param name="data">Files and folders with the sessions of several people; null for the node's own.</param>
    /// <param name="cancellation">Ends it; a training that was under way goes on next time.</param>
    /// <exception cref="ForeseenException">Nobody has two sessions.</exception>
    public PersonalCurve Of(string[]? data, CancellationToken cancellation)
    {
        using var held = HeldFile.TryTake($"{Trainings}.lock") ?? throw new ForeseenException("what learning from each person brings is being measured already, in another process", "Wait until that is done.");
        var forAll = NamedModel.Find(context, Assistant, ModelKind.Assistant);
        var all = PlayerSessions.Of(context, data, new SiteOptions().Size);
        var players = all.GroupBy(one => one.Player, one => one.Path).Where(group => group.Count() > 1).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (players.Count == 0)
        {
            throw new ForeseenException("Nobody has two sessions there: one to learn from, one to see what it brought", "Name more recordings by --data.");
        }

        var practice = Rehearsal.Record(context, Human, Practice, cancellation);
        using var start = BeliefModel.Open(forAll.Checkpoint, device);
        using var human = HumanModelInput.OpenServed(context, Human);
        var job = new PersonalTrainingJob(context, Trainings, start, forAll.Hash, Recipe, device, human);
        IReadOnlyList<string> files = [.. all.Select(one => one.Path), .. practice.Judged];
        var before = ScoresOf(new MeasuredBelief(forAll.Checkpoint), files, cancellation);
        var played = new MeasuredBelief(forAll.Checkpoint).PlayingOn([.. players.SelectMany(player => player.Skip(1))], human, cancellation);
        var trainings = players.Sum(group => group.Count() - 1);
        var points = new List<PersonalPoint>();
        context.WithProgress("learning from each person", trainings * Recipe.Steps, meter =>
        {
            foreach (var player in players)
            {
                string[] sessions = [.. player];
                string[] others = [.. all.Where(one => one.Player != player.Key).Select(one => one.Path)];
                for (var learnt = 1; learnt < sessions.Length; learnt++)
                {
                    var model = job.Train(sessions[..learnt], practice.Learnt, meter, checkpoint => new MeasuredBelief(checkpoint), cancellation);
                    var after = ScoresOf(model, [.. sessions[learnt..], .. others, .. practice.Judged], cancellation);
                    var restarts = model.PlayingOn(sessions[learnt..], human, cancellation).Select(one => one.Value.Less(played[one.Key])).ToList();
                    points.Add(PersonalPoint.Of(player.Key, learnt, Pairs(sessions[learnt..]), Pairs(others), Pairs(practice.Judged), restarts));

                    BeliefPairs Pairs(IEnumerable<string> some) => new([.. some.Select(file => before[file])], [.. some.Select(file => after[file])]);
                }
            }

            return points;
        });
        return PersonalCurve.Through(points);
    }

    private static Dictionary<string, MomentScore[]> ScoresOf(MeasuredBelief model, IReadOnlyList<string> files, CancellationToken cancellation) =>
        files.Zip(model.At(files, null, cancellation)).ToDictionary(one => one.First, one => one.Second);
}
