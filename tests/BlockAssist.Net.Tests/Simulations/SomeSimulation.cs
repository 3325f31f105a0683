using System.Text.Json;
using BlockAssist.Net.Simulations;
using BlockAssist.Net.Simulations.Learning;
using BlockAssist.Net.Simulations.Reports;

namespace BlockAssist.Net.Tests.Simulations;

/// <summary>Simulations of small models.</summary>
internal static class SomeSimulation
{
    public static SimulationReport Of(SimulationOptions options, double faults = 0) =>
        new SwarmSimulation(options, new MadeUpLearning(new MadeUpOptions
        {
            Weights = 257,
            Seed = options.Seed,
            Faults = faults,
        }), TimeProvider.System).Run(progress: null, TestContext.Current.CancellationToken);

    /// <summary>All of a report that is the same again.</summary>
    public static string Told(SimulationReport report) => JsonSerializer.Serialize(report with { Cost = null });
}
