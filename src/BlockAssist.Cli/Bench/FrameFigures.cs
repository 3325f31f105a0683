using System.Text.Json.Serialization;
using BlockAssist.Simulation.Measuring;

namespace BlockAssist.Cli.Bench;

/// <summary>How fast the game draws a size of picture.</summary>
/// <param name="Size">Width and height, in pixels.</param>
/// <param name="FramesPerSecond">How many frames a second, one after the other.</param>
/// <param name="Milliseconds">How long a frame takes.</param>
/// <param name="ProcessorMilliseconds">How much of all cores' time a frame takes.</param>
/// <param name="BytesPerFrame">Bytes allocated a frame, those of the assistant's actions included.</param>
/// <param name="Faces">How many faces of the land the last frame drew.</param>
internal sealed record FrameFigure(
    int[] Size, double FramesPerSecond, Percentiles Milliseconds, double ProcessorMilliseconds, double BytesPerFrame, int Faces);

/// <summary>What <c>bench frame</c> found.</summary>
/// <param name="Screen">What was drawn on.</param>
/// <param name="Renderer">What drew, as OpenGL calls it.</param>
/// <param name="FirstFrameSeconds">How long after the start of the process the first frame was there.</param>
/// <param name="EditMilliseconds">From a block that changes to the meshes that show it on the graphics card.</param>
/// <param name="MegabytesInUse">The memory of the process after all that, in MiB.</param>
/// <param name="Figures">One line a size.</param>
internal sealed record FrameFigures(
    string Screen, string Renderer, double FirstFrameSeconds, Percentiles EditMilliseconds, double MegabytesInUse, IReadOnlyList<FrameFigure> Figures);

/// <summary>How figures about the client look as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FrameFigures))]
[JsonSerializable(typeof(MeshFigures))]
internal sealed partial class ClientJson : JsonSerializerContext;
