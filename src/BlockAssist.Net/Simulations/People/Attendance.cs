using BlockAssist.Net.Simulations.Clocks;

namespace BlockAssist.Net.Simulations.People;

/// <summary>When somebody comes and goes.</summary>
/// <param name="time">The time.</param>
/// <param name="options">How long people stay.</param>
/// <param name="draws">Chance of this one.</param>
/// <param name="peers">What runs on its machine.</param>
internal sealed class Attendance(VirtualTime time, SessionOptions options, Draws draws, IReadOnlyList<SimulatedPeer> peers)
{
    // Within a wave all come in a tenth of the time between waves.
    private const double WaveShare = 0.1;

    /// <summary>Plans its first coming.</summary>
    public void Begin()
    {
        var between = options.ComeWithin / options.Waves;
        var wave = draws.OneOf(options.Waves);
        time.After((between * wave) + (between * (options.Waves == 1 ? 1 : WaveShare) * draws.Share()), Come);
    }

    private void Come()
    {
        foreach (var peer in peers)
        {
            peer.Come();
        }

        if (options.Stays is { } stays)
        {
            time.After(draws.Weibull(stays, options.Shape), Go);
        }
    }

    private void Go()
    {
        foreach (var peer in peers)
        {
            peer.Go();
        }

        time.After(draws.Weibull(options.Away, options.Shape), Come);
    }
}
