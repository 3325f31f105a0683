using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Verification;

/// <summary>Makes steps of a training from a moment on.</summary>
internal sealed class SegmentRun : IDisposable
{
    private readonly HumanNetwork _network;
    private readonly TrainingMoment _start;
    private readonly TrainingState _state;
    private readonly Trainer _trainer;

    /// <summary>A run that has made no step.</summary>
    public SegmentRun(HumanNetwork network, TrainingOptions options, TrainingMoment start, Device device)
    {
        (_network, _start) = (network, start);
        _state = start.Open(network.Weights(), options, device);
        _trainer = new Trainer(options, _state, device);
    }

    /// <summary>Makes a step.</summary>
    public TrainingStep Step(Minibatch minibatch) => Step(new HumanLesson(_network, minibatch));

    /// <summary>Makes a step.</summary>
    public TrainingStep Step(ILesson lesson) => _trainer.Step(lesson);

    /// <summary>Where the run is.</summary>
    public TrainingMoment Now() => TrainingMoment.Of(_state);

    /// <summary>What it has added to each weight.</summary>
    public float[] Change() => Now().ChangeSince(_start);

    /// <inheritdoc/>
    public void Dispose() => _state.Dispose();
}
