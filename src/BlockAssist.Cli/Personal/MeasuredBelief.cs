using BlockAssist.Cli.Play;
using BlockAssist.Learner.Beliefs.Practice;
using BlockAssist.Learner.Beliefs.Survival;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Evaluation.Beliefs;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Personal;
using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Episodes.Survival;

namespace BlockAssist.Cli.Personal;

/// <summary>An assistant's model whose beliefs are measured, as it is served.</summary>
/// <param name="checkpoint">The model.</param>
internal sealed class MeasuredBelief(Checkpoint checkpoint)
{
    private const int MomentsAnEpisode = 40;
    private const int MomentsASession = 8;

    /// <summary>What it believed at moments of episodes.</summary>
    /// <param name="files">The episodes.</param>
    /// <param name="advance">Called after each, from several threads.</param>
    /// <param name="cancellation">Ends it between two episodes.</param>
    public IReadOnlyList<MomentScore[]> At(IReadOnlyList<string> files, Action? advance, CancellationToken cancellation)
    {
        using var model = BeliefModel.Open(checkpoint);
        using var engine = InferenceEngine.Open(model.ToOnnx(), "assistant");
        return new BeliefEvaluation(engine, model.Network.Shape) { MomentsAnEpisode = MomentsAnEpisode }.ByMoments(files, advance, cancellation);
    }

    /// <summary>What it does where sessions are played on: session by session, of those with an assistant.</summary>
    /// <param name="files">The sessions.</param>
    /// <param name="human">The human model that goes on in the players' place.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    public IReadOnlyDictionary<string, RestartScore> PlayingOn(IReadOnlyList<string> files, InferenceEngine human, CancellationToken cancellation)
    {
        using var model = BeliefModel.Open(checkpoint);
        using var engine = InferenceEngine.Open(model.ToOnnx(), "assistant");
        var play = new RestartPlay(human, _ => BeliefPolicy.Sure(engine, model.Network.Shape, PlayHelper.UsualSureness, model.Judge));
        var scores = new Dictionary<string, RestartScore>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var folder = Directory.CreateTempSubdirectory("blockassist-restarts-").FullName;
            try
            {
                if (RestartScore.Of([.. play.Record(file, RestartPlay.MomentsOf(file, MomentsASession), folder, seed: 1, cancellation).Select(branch => SurvivalRecord.Of(branch))]) is { } score)
                {
                    scores.Add(file, score);
                }
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return scores;
    }

    /// <summary>Compares a candidate with it.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="sessions">The player's sessions that neither learnt from.</param>
    /// <param name="practice">Practice that neither learnt from.</param>
    /// <param name="advance">Called after each episode of each, from several threads.</param>
    /// <param name="cancellation">Ends it between two episodes.</param>
    public PersonalTrial Against(MeasuredBelief candidate, IReadOnlyList<string> sessions, IReadOnlyList<string> practice, Action? advance, CancellationToken cancellation)
    {
        IReadOnlyList<string> files = [.. sessions, .. practice];
        var (playing, other) = (At(files, advance, cancellation), candidate.At(files, advance, cancellation));
        var pairs = new BeliefPairs(playing, other);
        return PersonalTrial.Of(pairs.Of(0, sessions.Count), pairs.Of(sessions.Count, practice.Count)) with { Fates = ForeseenBetter(candidate, sessions, cancellation) };
    }

    // Both judges are told what the candidate sees.
    private Estimate? ForeseenBetter(MeasuredBelief candidate, IReadOnlyList<string> sessions, CancellationToken cancellation)
    {
        using var playing = BeliefModel.Open(checkpoint);
        using var other = BeliefModel.Open(candidate.Checkpoint);
        if (playing.Judge is not { } before || other.Judge is not { } after)
        {
            return null;
        }

        using var engine = InferenceEngine.Open(other.ToOnnx(), "assistant");
        using var fates = new EpisodeFates(engine, other.Network.Shape);
        var better = new List<double>();
        foreach (var session in sessions)
        {
            cancellation.ThrowIfCancellationRequested();
            better.AddRange(fates.In(session).Select(edit => before.NatsOf(edit) - after.NatsOf(edit)));
        }

        return better.Count > 1 ? Estimate.Of(better) : null;
    }

    private Checkpoint Checkpoint => checkpoint;
}
