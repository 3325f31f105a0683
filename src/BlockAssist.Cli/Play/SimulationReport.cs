using System.Text.Json.Serialization;

namespace BlockAssist.Cli.Play;

/// <summary>What one builder did over all episodes.</summary>
/// <param name="Name">Which builder.</param>
/// <param name="Actions">Actions that took effect, by kind; no-ops among them.</param>
/// <param name="PlaceAccuracy">The share of placements that were right.</param>
/// <param name="BreakAccuracy">The share of breaks that were right.</param>
internal sealed record BuilderReport(string Name, IReadOnlyDictionary<string, long> Actions, double? PlaceAccuracy, double? BreakAccuracy);

/// <summary>What came of episodes without a window.</summary>
/// <param name="Episodes">How many episodes.</param>
/// <param name="Complete">How many ended with the goal standing.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="StepsPerSecond">Steps a second, policies included, on all threads.</param>
/// <param name="GoalShare">How far goals were reached at the end, in the mean, 0 to 1.</param>
/// <param name="StepsPerEpisode">The mean length.</param>
/// <param name="Builders">What each builder did.</param>
/// <param name="Recorded">The files of the recorded episodes.</param>
internal sealed record SimulationReport(
    int Episodes, int Complete, long Steps, double StepsPerSecond, double GoalShare, double StepsPerEpisode,
    IReadOnlyList<BuilderReport> Builders, IReadOnlyList<string> Recorded);

/// <summary>What came of comparing recorded cases.</summary>
/// <param name="Trajectories">Trajectories that were played.</param>
/// <param name="Steps">Their steps.</param>
/// <param name="Checks">Answers that were compared.</param>
/// <param name="Mismatches">Answers that differ.</param>
/// <param name="First">The first of them, in words.</param>
internal sealed record ConformanceReport(int Trajectories, int Steps, int Checks, int Mismatches, IReadOnlyList<string> First);

/// <summary>How the results of play look as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SimulationReport))]
[JsonSerializable(typeof(ConformanceReport))]
[JsonSerializable(typeof(SessionsReport))]
internal sealed partial class PlayJson : JsonSerializerContext;
