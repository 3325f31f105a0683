using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Checkpoints;

/// <summary>Writes a safetensors file with its own hash, straight from the memory of the tensors.</summary>
public sealed class SafetensorsWriter
{
    private const int Alignment = 8;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<Part> _parts = [];

    private delegate ReadOnlySpan<byte> Source();

    /// <summary>What stands in the place of the hash while the hash is computed: 64 zeros.</summary>
    internal static ReadOnlySpan<byte> NoHash => "0000000000000000000000000000000000000000000000000000000000000000"u8;

    /// <summary>The text that goes with the tensors, in the order of its names.</summary>
    public IDictionary<string, string> Metadata { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Adds a tensor of numbers.</summary>
    public void Add(string name, ReadOnlyMemory<float> values, IReadOnlyList<int> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, shape.Aggregate(1L, (a, b) => a * b));
        Add(new Part(name, TensorType.F32, [.. shape], () => MemoryMarshal.AsBytes(values.Span)));
    }

    /// <summary>Adds a row of bytes.</summary>
    public void Add(string name, ReadOnlyMemory<byte> bytes) => Add(new Part(name, TensorType.U8, [bytes.Length], () => bytes.Span));

    /// <summary>Writes the file; nothing but a buffer for the header is set aside.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        // Wide numbers first, so that all are aligned; the reference implementation does the same.
        var parts = _parts.OrderByDescending(part => part.Type.Bytes()).ToList();
        var (header, hashPosition) = MakeHeader(parts);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        foreach (var part in parts)
        {
            hash.AppendData(part.Bytes());
        }

        Convert.TryToHexStringLower(hash.GetHashAndReset(), header.AsSpan(hashPosition), out _);
        stream.Write(header);
        foreach (var part in parts)
        {
            stream.Write(part.Bytes());
        }
    }

    private void Add(Part part)
    {
        if (_parts.Exists(other => other.Name == part.Name))
        {
            throw new ArgumentException($"There is a tensor '{part.Name}' already.");
        }

        _parts.Add(part);
    }

    private (byte[] Header, int HashPosition) MakeHeader(List<Part> parts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(stackalloc byte[sizeof(ulong)]);
        using var json = new Utf8JsonWriter(buffer, Json);
        json.WriteStartObject();
        var hashPosition = sizeof(ulong) + WriteMetadata(json);
        WriteTensors(json, parts);
        json.WriteEndObject();
        json.Flush();
        while (buffer.WrittenCount % Alignment != 0)
        {
            buffer.Write(" "u8);
        }

        var header = buffer.WrittenSpan.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(header, header.Length - sizeof(ulong));
        return (header, hashPosition);
    }

    /// <returns>Where in the JSON the digits of the hash start.</returns>
    private int WriteMetadata(Utf8JsonWriter json)
    {
        json.WriteStartObject("__metadata__");
        foreach (var (name, text) in Metadata)
        {
            json.WriteString(name, text);
        }

        json.WriteString(SafetensorsFile.HashName, NoHash);
        var end = (int)(json.BytesCommitted + json.BytesPending);
        json.WriteEndObject();
        return end - 1 - ContentHash.Digits;
    }

    private static void WriteTensors(Utf8JsonWriter json, List<Part> parts)
    {
        var offset = 0L;
        foreach (var part in parts)
        {
            json.WriteStartObject(part.Name);
            json.WriteString("dtype", part.Type.Name());
            WriteNumbers(json, "shape", [.. part.Shape.Select(length => (long)length)]);
            WriteNumbers(json, "data_offsets", [offset, offset += part.Bytes().Length]);
            json.WriteEndObject();
        }
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private sealed record Part(string Name, TensorType Type, int[] Shape, Source Bytes);
}
