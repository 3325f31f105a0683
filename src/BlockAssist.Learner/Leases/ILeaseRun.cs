using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Learner.Leases;

/// <summary>Makes steps of a lease, one after the other.</summary>
internal interface ILeaseRun : IDisposable
{
    /// <summary>Makes a step.</summary>
    /// <returns>The loss, a turn.</returns>
    /// <exception cref="TrainingException">It is not a number.</exception>
    /// <exception cref="EpisodeFormatException">A demonstration is not what it was.</exception>
    double Step();

    /// <summary>Where it is.</summary>
    LeaseMoment Now();
}
