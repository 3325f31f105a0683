using static TorchSharp.torch;

namespace BlockAssist.Learner.Networks;

/// <summary>What trains: a card if there is one, otherwise the processor.</summary>
/// <param name="Device">The device.</param>
/// <param name="Reason">Why that one, in one line.</param>
public sealed record TorchDevice(Device Device, string Reason)
{
    /// <summary>The devices that can be asked for.</summary>
    public static IReadOnlyList<string> Names { get; } = ["auto", "cuda", "cpu"];

    /// <summary>What a network can be told to compute in.</summary>
    public static IReadOnlyList<string> Precisions { get; } = ["auto", "f32", "bf16"];

    /// <summary>Whether a network that is trained here computes in bfloat16; if nobody says otherwise, on a CUDA card.</summary>
    /// <param name="precision">One of <see cref="Precisions"/>.</param>
    public bool UsesBfloat16(string precision) => precision == "bf16" || (precision == "auto" && Device.type == TorchSharp.DeviceType.CUDA);

    /// <summary>Chooses a device; one that was asked for and is not there is replaced by the processor.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static TorchDevice Choose(string name)
    {
        if (name == "cpu")
        {
            return new TorchDevice(CPU, "the processor, as asked for");
        }

        try
        {
            return cuda.is_available()
                ? new TorchDevice(CUDA, $"CUDA: {cuda.device_count()} card(s)")
                : new TorchDevice(CPU, "the processor: torch finds no CUDA card, or was built without CUDA (-p:TorchBackend)");
        }
        catch (Exception fault) when (fault is NotSupportedException or DllNotFoundException or EntryPointNotFoundException or System.Runtime.InteropServices.ExternalException)
        {
            return new TorchDevice(CPU, $"the processor: CUDA does not load ({fault.Message.Split('\n')[0]})");
        }
    }
}
