using System.Text.Json.Serialization;

namespace BlockAssist.Cli.Watching;

/// <summary>What was drawn.</summary>
/// <param name="File">The file.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Frames">How many pictures.</param>
/// <param name="Seconds">How long they are shown; 0 for a single one.</param>
/// <param name="Speed">How many times as fast as it was; 0 for a single one.</param>
/// <param name="Bytes">How large the file is.</param>
internal sealed record RenderReport(string File, int Width, int Height, long Frames, double Seconds, double Speed, long Bytes);

/// <summary>The result for programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RenderReport))]
internal sealed partial class RenderJson : JsonSerializerContext;
