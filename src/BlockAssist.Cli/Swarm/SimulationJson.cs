using System.Text.Json.Serialization;
using BlockAssist.Net.Simulations.Reports;

namespace BlockAssist.Cli.Swarm;

/// <summary>How what <c>swarm simulate</c> found looks as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SimulationReport))]
internal sealed partial class SimulationJson : JsonSerializerContext;
