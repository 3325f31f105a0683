using BlockAssist.Net.Gateway;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;

namespace BlockAssist.Cli.Monitoring;

/// <summary>What a hub that runs knows of itself since its start. Any thread may ask.</summary>
/// <param name="clock">The clock.</param>
internal sealed class HubVitals(TimeProvider clock)
{
    // Of a hub of several silos one drives the rounds; the others say nothing of them.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly int[] _replays = new int[Enum.GetValues<ReplayOutcome>().Length];
    private readonly int[] _rulings = new int[Enum.GetValues<Ruling>().Length];
    private (RoundNow Standing, long At)? _stands;

    /// <summary>What goes through its gateway.</summary>
    public GatewayMeter Gateway { get; } = new();

    /// <summary>How the swarm stands; null where this process does not drive its rounds.</summary>
    public RoundNow? Standing
    {
        get
        {
            lock (_lock)
            {
                return _stands is { } stands && clock.GetElapsedTime(stands.At) < Fresh ? stands.Standing : null;
            }
        }
    }

    /// <summary>How many findings of verifiers counted, by what they came to.</summary>
    public IReadOnlyList<(ReplayOutcome Outcome, int Count)> Replays => Counted<ReplayOutcome>(_replays);

    /// <summary>How many disputes the referee looked at, by what it said.</summary>
    public IReadOnlyList<(Ruling Ruling, int Count)> Rulings => Counted<Ruling>(_rulings);

    /// <summary>Something happened in a round.</summary>
    public void Note(RoundEvent happened)
    {
        lock (_lock)
        {
            switch (happened)
            {
                case Replayed replayed:
                    _replays[(int)replayed.Outcome]++;
                    break;
                case Ruled ruled:
                    _rulings[(int)ruled.Ruling]++;
                    break;
            }
        }
    }

    /// <summary>The swarm stands so now.</summary>
    public void Note(RoundNow standing)
    {
        lock (_lock)
        {
            _stands = (standing, clock.GetTimestamp());
        }
    }

    private IReadOnlyList<(T Of, int Count)> Counted<T>(int[] counts)
        where T : struct, Enum
    {
        lock (_lock)
        {
            return [.. Enum.GetValues<T>().Select((of, at) => (of, counts[at]))];
        }
    }
}
