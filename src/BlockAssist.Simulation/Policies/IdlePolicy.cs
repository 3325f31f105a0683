using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Policies;

/// <summary>Never does anything: the assistant of a game without a model.</summary>
public sealed class IdlePolicy : IPolicy
{
    /// <inheritdoc/>
    public void Reset()
    {
    }

    /// <inheritdoc/>
    public BuilderAction Act(in Observation observation) => BuilderAction.Noop;
}
