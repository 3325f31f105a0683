using BlockAssist.Learner.Evaluation.Beliefs;

namespace BlockAssist.Learner.Personal;

/// <summary>What two models believed at the same moments of the same episodes.</summary>
/// <param name="Playing">The one that plays: the moments of each episode.</param>
/// <param name="Candidate">The one that may come to play.</param>
public sealed record BeliefPairs(IReadOnlyList<MomentScore[]> Playing, IReadOnlyList<MomentScore[]> Candidate)
{
    /// <summary>The mean of the nats of the model that plays, over all moments.</summary>
    public double PlayingNats => Playing.SelectMany(episode => episode).Average(moment => moment.Nats);

    /// <summary>How much likelier the candidate held what stood in the end, in nats.</summary>
    public static double Nats(MomentScore playing, MomentScore candidate)
    {
        ArgumentNullException.ThrowIfNull(playing);
        ArgumentNullException.ThrowIfNull(candidate);
        return playing.Nats - candidate.Nats;
    }

    /// <summary>How much more the candidate would have helped.</summary>
    public static double Help(MomentScore playing, MomentScore candidate)
    {
        ArgumentNullException.ThrowIfNull(playing);
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Help - playing.Help;
    }

    /// <summary>Some of the episodes.</summary>
    /// <param name="first">The number of the first.</param>
    /// <param name="count">How many.</param>
    public BeliefPairs Of(int first, int count) => new([.. Playing.Skip(first).Take(count)], [.. Candidate.Skip(first).Take(count)]);

    /// <summary>The means of a difference over stretches of the episodes.</summary>
    /// <param name="stretches">Into how many stretches each episode is cut; one of fewer moments into as many as it has.</param>
    /// <param name="difference">The difference at a moment: of the one that plays and the candidate.</param>
    public IReadOnlyList<double> InStretches(int stretches, Func<MomentScore, MomentScore, double> difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return
        [
            .. from episode in Playing.Zip(Candidate, (playing, candidate) => playing.Zip(candidate, difference).ToArray())
               let count = Math.Min(stretches, episode.Length)
               from stretch in Enumerable.Range(0, count)
               select episode[(stretch * episode.Length / count)..((stretch + 1) * episode.Length / count)].Average(),
        ];
    }
}
