using BlockAssist.Learner.Inference;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Survival;

namespace BlockAssist.Learner.Beliefs.Survival;

/// <summary>Learns from a recorded episode what became of the edits that an assistant would have made itself.</summary>
/// <remarks>Watches through the assistant's eyes, whoever it was then: what the model did not believe in is left out. Belongs to one thread; engines may be shared.</remarks>
public sealed class EpisodeFates : IDisposable
{
    private readonly BeliefGuess _guess;
    private readonly SurvivalReward _reward;

    /// <summary>Watches by a model.</summary>
    /// <param name="engine">The model; must outlive the watcher.</param>
    /// <param name="shape">The sites that it was made for.</param>
    /// <param name="reward">By what edits are judged; null: as usual.</param>
    public EpisodeFates(InferenceEngine engine, BeliefShape shape, SurvivalReward? reward = null)
    {
        _guess = new BeliefGuess(engine, shape, 1);
        _reward = reward ?? new SurvivalReward();
    }

    /// <summary>What became of the edits of an episode; of a branch, of those after it branched off.</summary>
    /// <exception cref="EpisodeFormatException">The file is not an episode, or does not come out as recorded.</exception>
    public IReadOnlyList<SurvivalExample> In(string path)
    {
        var record = SurvivalRecord.Of(path, _reward);
        if (record.Fates.Count == 0)
        {
            return [];
        }

        var reader = EpisodeReader.Open(path);
        var watcher = new Watcher(_guess, record.Fates, EpisodeBranch.StepOf(reader.Header));
        var replay = new Replay(reader);
        _guess.Reset();
        replay.Run(watcher);
        return replay.FirstMismatch is { } mismatch
            ? throw new EpisodeFormatException($"{path}: does not replay as it was recorded: {mismatch}")
            : [.. watcher.Told.Select(told => new SurvivalExample(told.Facts, (float)_reward.ShareOf(told.Fate)))];
    }

    /// <inheritdoc/>
    public void Dispose() => _guess.Dispose();

    private sealed class Watcher(BeliefGuess guess, IReadOnlyList<EditFate> fates, int from) : IReplayVisitor
    {
        private readonly int _assistant = fates[0].Builder;
        private int _next;

        public List<(float[] Facts, EditFate Fate)> Told { get; } = [];

        public void Before(BuildSite site, in ReplayStep moment)
        {
            if (moment.Number < from)
            {
                guess.Witness(site.Observe(_assistant));
                return;
            }

            guess.Guess(site.Observe(_assistant));
            for (; _next < fates.Count && fates[_next].Step <= moment.Number; _next++)
            {
                if (fates[_next] is { } fate && fate.Step == moment.Number && fate.Builder == _assistant && guess.Beliefs[fate.Cell].Block == fate.After && guess.FactsOf(fate.Cell) is { IsEmpty: false } facts)
                {
                    Told.Add((facts.ToArray(), fate));
                }
            }
        }

        public void After(BuildSite site, in ReplayStep moment, ReadOnlySpan<Deed> deeds)
        {
        }
    }
}
