using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Training;

/// <summary>The best weights of a stage that may end early, kept on disk beside the state.</summary>
/// <remarks>
/// They may be of a later step than the state that a killed training goes on from: it then comes to them once more, and finds
/// nothing better until it is past them.
/// </remarks>
internal sealed class BestWeights
{
    /// <summary>The metric that tells how bad weights are at what is not learnt.</summary>
    public const string LossMetric = "validation_loss";

    private readonly EarlyStopping _rule;
    private readonly string _network;
    private readonly string _path;
    private readonly int _stage;
    private Checkpoint? _best;

    /// <summary>Takes up what an earlier run of the stage found.</summary>
    public BestWeights(EarlyStopping rule, string network, string path, int stage)
    {
        (_rule, _network, _path, _stage) = (rule, network, path, stage);
        if (File.Exists(path) && CheckpointFile.Load(path, advice: TrainingFolder.Advice) is var kept && kept.Counters.GetValueOrDefault(TrainingFolder.StageCounter) == stage)
        {
            _best = kept;
        }
    }

    private long Step => _best!.Counters[TrainingMoment.StepCounter];

    /// <summary>Whether nothing better was found for so long that it is time to end.</summary>
    public bool IsOver(int step) => _best is not null && step - Step >= (long)_rule.Every * _rule.Patience;

    /// <summary>Measures the averaged weights if it is time to, and keeps them if they are the best.</summary>
    /// <returns>How bad they are; null if it was not time to.</returns>
    public double? Measure(TrainingState state)
    {
        if (state.Step % _rule.Every != 0)
        {
            return null;
        }

        var loss = _rule.Measure(state.Averaged);
        if (_best is null || loss < _best.Metrics[LossMetric])
        {
            _best = Checkpoint.Of(_network, state.Averaged) with
            {
                Metrics = new Dictionary<string, double> { [LossMetric] = loss },
                Counters = new Dictionary<string, long> { [TrainingMoment.StepCounter] = state.Step, [TrainingFolder.StageCounter] = _stage },
            };
            CheckpointFile.Save(_best, _path);
        }

        return loss;
    }

    /// <summary>The best weights; null if none were measured.</summary>
    public WeightSet? Weights(TrainingState state) => _best?.ToWeightSet(state.Averaged.Shapes, state.Averaged.Row.device);
}
