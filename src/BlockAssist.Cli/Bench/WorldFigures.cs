using System.Text.Json.Serialization;

namespace BlockAssist.Cli.Bench;

/// <summary>How fast one kind of site steps.</summary>
/// <param name="Size">Width, height, depth.</param>
/// <param name="Builders">How many builders act in each step.</param>
/// <param name="StepsPerSecond">Steps alone, on one core.</param>
/// <param name="WithMask">With the flat mask of every builder after each step.</param>
/// <param name="WithSight">The same, with line of sight.</param>
/// <param name="WithObservations">With all planes and inventories of every builder after each step.</param>
/// <param name="Plain">The baseline: scores and observations worked out anew, cell by cell.</param>
/// <param name="BytesPerStep">Bytes allocated per step, all of the above taken together.</param>
internal sealed record WorldFigure(
    int[] Size, int Builders, double StepsPerSecond, double WithMask, double WithSight, double WithObservations, double Plain, double BytesPerStep)
{
    /// <summary>How many times as fast as the baseline observations are.</summary>
    public double TimesPlain => WithObservations / Plain;
}

/// <summary>What <c>bench world</c> found.</summary>
/// <param name="Goals">Where the goals come from.</param>
/// <param name="GoalCount">How many goals each figure is over.</param>
/// <param name="Cores">How many cores there are.</param>
/// <param name="Figures">One line a kind of site.</param>
/// <param name="ParallelSpeedup">Steps of many sites on all cores, over the same on one core.</param>
internal sealed record WorldFigures(string Goals, int GoalCount, int Cores, IReadOnlyList<WorldFigure> Figures, double ParallelSpeedup);

/// <summary>How bench results look as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WorldFigures))]
internal sealed partial class BenchJson : JsonSerializerContext;
