using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Policies;

/// <summary>Decides what a builder does next.</summary>
/// <remarks>
/// The one seam between playing and learning: the game and the recorder know this interface, the learner implements it,
/// and neither knows the other. One instance acts for one builder through one episode at a time. Never blocks on the network.
/// </remarks>
public interface IPolicy
{
    /// <summary>Forgets everything, before a new episode.</summary>
    void Reset();

    /// <summary>Chooses an action; <see cref="BuilderAction.Noop"/> when unsure.</summary>
    /// <param name="observation">What the builder sees; borrowed, valid during the call.</param>
    BuilderAction Act(in Observation observation);
}
