using BlockAssist.Learner.Onnx;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace BlockAssist.Learner.Inference;

/// <summary>The memory of one input or output of a run: ours, and the runtime's view of it.</summary>
internal sealed class TensorSlot : IDisposable
{
    private TensorSlot(string name, float[] floats, byte[] bytes, OrtValue value)
    {
        Name = name;
        Floats = floats;
        Bytes = bytes;
        Value = value;
    }

    /// <summary>What the network calls it.</summary>
    public string Name { get; }

    /// <summary>The numbers, if they are floats; otherwise nothing.</summary>
    public float[] Floats { get; }

    /// <summary>The numbers, if they are bytes; otherwise nothing.</summary>
    public byte[] Bytes { get; }

    /// <summary>The runtime's view of the same memory.</summary>
    public OrtValue Value { get; }

    /// <summary>Memory for an input or output at a batch size.</summary>
    public static TensorSlot Of(string name, NodeMetadata metadata, int batch)
    {
        var shape = Array.ConvertAll(metadata.Dimensions, length => length < 0 ? batch : (long)length);
        var count = checked((int)shape.Aggregate(1L, (a, b) => checked(a * b)));
        return metadata.ElementDataType switch
        {
            TensorElementType.Float when Pinned<float>(count) is var floats => new(name, floats, [], View(floats, shape)),
            TensorElementType.UInt8 when Pinned<byte>(count) is var bytes => new(name, [], bytes, View(bytes, shape)),
            var other => throw new OnnxFormatException($"The network's {name} is of {other}; floats and bytes can be served."),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => Value.Dispose();

    private static T[] Pinned<T>(int count) => GC.AllocateArray<T>(count, pinned: true);

    private static OrtValue View<T>(T[] memory, long[] shape)
        where T : unmanaged =>
        OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, memory.AsMemory(), shape);
}
