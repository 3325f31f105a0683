using System.Text.Json.Serialization;

namespace BlockAssist.Cli.Commands.Train;

/// <summary>How what <c>train segment</c> wrote looks as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WrittenSegments))]
internal sealed partial class TrainJson : JsonSerializerContext;

/// <summary>Segments that were written.</summary>
internal sealed record WrittenSegments(IReadOnlyList<WrittenSegment> Segments);

/// <summary>A segment that was written: where, from which step on, how many, what it ends in and what it was computed on.</summary>
internal sealed record WrittenSegment(string File, int FirstStep, int Steps, string End, string Class);
