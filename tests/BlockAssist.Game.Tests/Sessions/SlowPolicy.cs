using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Game.Tests.Sessions;

/// <summary>Thinks until it is let go, at most for a while, then does what another policy would.</summary>
internal sealed class SlowPolicy(IPolicy inner) : IPolicy, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _begun = new(0);
    private readonly SemaphoreSlim _letGo = new(0);

    public bool IsClosed { get; private set; }

    public int Timestep { get; private set; }

    public void Reset() => inner.Reset();

    public BuilderAction Act(in Observation observation)
    {
        _begun.Release();
        _letGo.Wait(Patience);
        Timestep = observation.Timestep;
        return inner.Act(observation);
    }

    /// <summary>Waits until it thinks.</summary>
    public void AwaitThought() => Assert.True(_begun.Wait(Patience), "It never began to think.");

    /// <summary>Lets it come to decisions.</summary>
    public void LetGo(int decisions = 1) => _letGo.Release(decisions);

    public void Dispose() => IsClosed = true;
}
