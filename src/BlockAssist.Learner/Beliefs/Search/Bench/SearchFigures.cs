using BlockAssist.Simulation.Measuring;

namespace BlockAssist.Learner.Beliefs.Search.Bench;

/// <summary>How fast decisions are made here.</summary>
/// <param name="Simulations">How many simulations a decision took.</param>
/// <param name="Edits">Among how much it chose.</param>
/// <param name="SearchMilliseconds">How long the search of a decision took, on one thread.</param>
/// <param name="NaiveMilliseconds">How long the same search takes as one would write it down first.</param>
/// <param name="NetworkMilliseconds">How long the network takes to say what is likely, once a decision.</param>
/// <param name="Threads">How many threads decided at once.</param>
/// <param name="ThreadsSimulationsPerSecond">How many simulations a second they made together, network runs between them.</param>
/// <param name="AllocatedBytes">What a search allocates.</param>
public sealed record SearchFigures(
    int Simulations,
    int Edits,
    Percentiles SearchMilliseconds,
    Percentiles NaiveMilliseconds,
    Percentiles NetworkMilliseconds,
    int Threads,
    double ThreadsSimulationsPerSecond,
    long AllocatedBytes)
{
    private const double Second = 1000;

    /// <summary>Simulations a second of one thread, what is likely being known.</summary>
    public double SimulationsPerSecond => Second * Simulations / SearchMilliseconds.P50;

    /// <summary>Those of the naive search.</summary>
    public double NaiveSimulationsPerSecond => Second * Simulations / NaiveMilliseconds.P50;

    /// <summary>How many times as many.</summary>
    public double Ratio => SimulationsPerSecond / NaiveSimulationsPerSecond;

    /// <summary>Simulations a second of one thread with the run of the network that each decision needs.</summary>
    public double SimulationsPerSecondWithNetwork => Second * Simulations / (SearchMilliseconds.P50 + NetworkMilliseconds.P50);
}
