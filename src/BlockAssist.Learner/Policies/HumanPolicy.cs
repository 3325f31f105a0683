using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Onnx;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Policies;

/// <summary>Builds as the human model foresees that a person would.</summary>
/// <remarks>Does nothing if it does not see the goal. A decision allocates nothing. Belongs to one thread; engines may be shared.</remarks>
public sealed class HumanPolicy : IPolicy, IDisposable
{
    private readonly HumanRun _run;
    private readonly HumanSeat _seat;

    /// <summary>Seats a model.</summary>
    /// <param name="engine">The model; must outlive the policy.</param>
    /// <param name="seed">Fixes what it does, given what it sees.</param>
    /// <param name="style">How it plays; null: as people.</param>
    /// <exception cref="OnnxFormatException">The engine runs another network, or one made for another view.</exception>
    public HumanPolicy(InferenceEngine engine, ulong seed, PlayStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _run = new HumanRun(engine, 1);
        _seat = new HumanSeat((style ?? PlayStyle.AsPeople).Demanded());
        Seed = seed;
        Reset();
    }

    /// <summary>Fixes what it does from the next <see cref="Reset"/> on.</summary>
    public ulong Seed { get; set; }

    /// <inheritdoc/>
    public void Reset()
    {
        _run.Forget(0);
        _seat.Begin(Seed);
    }

    /// <inheritdoc/>
    public BuilderAction Act(in Observation observation)
    {
        if (!observation.GoalVisible)
        {
            return BuilderAction.Noop;
        }

        var view = _run.Views[0];
        _seat.Look(observation, view);
        _run.Execute();
        return _seat.Decide(observation, view, _run.ScoresOf(0));
    }

    /// <summary>Takes in what somebody did in its place, so as to go on from there.</summary>
    /// <param name="observation">What was seen.</param>
    /// <param name="action">What was done.</param>
    /// <param name="attends">Whether the network looks on, too: what is long ago it would have forgotten.</param>
    public void Witness(in Observation observation, BuilderAction action, bool attends)
    {
        if (attends && observation.GoalVisible)
        {
            _seat.Look(observation, _run.Views[0]);
            _run.Execute();
        }

        _seat.Remember(observation, action);
    }

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();
}
