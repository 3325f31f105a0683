using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Verification;

/// <summary>All that decides, besides what is trained, which bits a step of training comes to.</summary>
/// <remarks>Two machines of one class come to the same bits; of two classes nothing is known but what was measured.</remarks>
/// <param name="Device">What computes: <c>cpu</c>, or a card's name.</param>
/// <param name="Platform">The system and the kind of processor.</param>
/// <param name="Processor">Who made the processor, its family and its model: libraries choose by them.</param>
/// <param name="Instructions">Which vector instructions it has.</param>
/// <param name="Threads">How many threads an operation may use; sums are split among them.</param>
/// <param name="Layout">How pictures lie in memory.</param>
/// <param name="Libraries">Which torch computes, and what runs networks in self-play.</param>
/// <param name="Settings">What the environment forbids or demands of the libraries.</param>
/// <param name="Arithmetic">Which of our own ways to make a step it is.</param>
public sealed record DeviceClass(
    string Device, string Platform, string Processor, string Instructions, int Threads, string Layout, string Libraries, string Settings, int Arithmetic)
{
    /// <summary>Raised whenever a step of training computes something else than before.</summary>
    private const int CurrentArithmetic = 2;

    // The network permutes what it is given, and torch follows the strides.
    private const string ChannelsLast = "channels_last";

    private static readonly string[] Telling =
    [
        "ATEN_CPU_CAPABILITY", "DNNL_DEFAULT_FPMATH_MODE", "DNNL_MAX_CPU_ISA", "MKL_CBWR", "MKL_DYNAMIC", "MKL_ENABLE_INSTRUCTIONS",
        "ONEDNN_DEFAULT_FPMATH_MODE", "ONEDNN_MAX_CPU_ISA",
    ];

    /// <summary>The class as one line.</summary>
    [JsonIgnore]
    public string Key =>
        FormattableString.Invariant($"{Device}; {Platform}; {Processor}; {Instructions}; {Threads} threads; {Layout}; {Libraries}; {Settings}; {Arithmetic}");

    /// <summary>The class of this process.</summary>
    /// <param name="device">What computes.</param>
    /// <param name="variable">Reads the environment that the process was started with: the libraries have read it.</param>
    public static DeviceClass Of(Device device, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(variable);
        return new DeviceClass(
            $"{device.type}".ToLowerInvariant(),
            $"{System()} {RuntimeInformation.ProcessArchitecture}".ToLowerInvariant(),
            ProcessorFacts.Name(),
            ProcessorFacts.Instructions(),
            get_num_threads(),
            ChannelsLast,
            $"TorchSharp {typeof(Tensor).Assembly.GetName().Version?.ToString(3)}, libtorch {__version__}, ONNX Runtime {typeof(InferenceSession).Assembly.GetName().Version?.ToString(3)}",
            string.Join(' ', Telling.Where(name => variable(name) is { Length: > 0 }).Select(name => $"{name}={variable(name)}")),
            CurrentArithmetic);
    }

    private static string System() => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";
}
