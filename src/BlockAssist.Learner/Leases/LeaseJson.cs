using System.Text.Json.Serialization;

namespace BlockAssist.Learner.Leases;

/// <summary>What of leases is JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(LeaseRecipe))]
[JsonSerializable(typeof(NotedSegment))]
[JsonSerializable(typeof(KeptDemonstration[]))]
internal sealed partial class LeaseJson : JsonSerializerContext;

/// <summary>A mark as it is kept on the disk.</summary>
/// <param name="Lease">The hash of all that the lease's training depends on; a mark of another one is worth nothing.</param>
/// <param name="Mark">The mark.</param>
internal sealed record NotedSegment(string Lease, LeaseMark Mark);

/// <summary>A demonstration that a lease learns from, as it is kept on the disk.</summary>
internal sealed record KeptDemonstration(string Path, int Builder, int Turns);
