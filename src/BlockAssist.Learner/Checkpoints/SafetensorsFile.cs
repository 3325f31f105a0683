using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Checkpoints;

/// <summary>A safetensors file in memory: tensors by name, and text by name.</summary>
/// <remarks>
/// The format of github.com/huggingface/safetensors (README, "Format"): the length of the header (8 bytes, low ones first), the header
/// (JSON), the numbers (C order, low bytes first). Every claim of a header is checked before it is used; what is allowed is the
/// README's, made strict: no name twice, no gap and no overlap, nothing unknown in a tensor's entry. Our own files have, among
/// the metadata, a hash of the whole file; see docs/formats/checkpoint.md.
/// </remarks>
public sealed class SafetensorsFile
{
    /// <summary>The name of the metadata entry with the file's own hash.</summary>
    public const string HashName = "sha256";

    private const int LengthBytes = 8;

    private readonly byte[] _bytes;
    private readonly string _name;
    private readonly int _dataStart;
    private readonly SafetensorsHeader _header;

    private SafetensorsFile(byte[] bytes, string name, int dataStart, SafetensorsHeader header) =>
        (_bytes, _name, _dataStart, _header) = (bytes, name, dataStart, header);

    /// <summary>The text that goes with the tensors.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _header.Metadata;

    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, StoredTensor> Tensors => _header.Tensors;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ArtifactFormatException">It is not a sound safetensors file.</exception>
    public static SafetensorsFile Load(string path, SafetensorsLimits? limits = null)
    {
        limits ??= SafetensorsLimits.Default;
        return Parse(ReadBytes(path, limits), path, limits);
    }

    /// <summary>Reads a file that is in memory already.</summary>
    /// <param name="bytes">All of the file; not to be changed afterwards.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <param name="limits">What it may claim.</param>
    /// <exception cref="ArtifactFormatException">It is not a sound safetensors file.</exception>
    public static SafetensorsFile Parse(byte[] bytes, string name, SafetensorsLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        limits ??= SafetensorsLimits.Default;
        if (bytes.Length < LengthBytes)
        {
            throw new ArtifactFormatException(name, "file", $"{bytes.Length} bytes", "the length of a header in the first 8 bytes");
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (length > (ulong)Math.Min(limits.MaxHeaderBytes, bytes.Length - LengthBytes))
        {
            throw new ArtifactFormatException(name, "first 8 bytes", $"a header of {length} bytes in a file of {bytes.Length}", $"at most {limits.MaxHeaderBytes}, within the file");
        }

        var start = LengthBytes + (int)length;
        var header = SafetensorsHeader.Parse(bytes.AsSpan(LengthBytes, (int)length), bytes.Length - start, name, limits);
        return new SafetensorsFile(bytes, name, start, header);
    }

    /// <summary>The bytes of a file that is not too large.</summary>
    internal static byte[] ReadBytes(string path, SafetensorsLimits limits)
    {
        if (Directory.Exists(path))
        {
            throw new ArtifactFormatException(path, "file", "a folder", "a file of tensors") { Advice = "Name a file in it that ends in .safetensors." };
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        if (file.Length > limits.MaxFileBytes)
        {
            throw new ArtifactFormatException(path, "file", $"{file.Length} bytes", $"at most {limits.MaxFileBytes}");
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Compares the file with the hash in its metadata.</summary>
    /// <exception cref="ArtifactFormatException">It has none, or another one than its bytes give.</exception>
    public void CheckHash()
    {
        if (_header.HashPosition < 0)
        {
            throw new ArtifactFormatException(_name, "metadata", $"no {HashName} of {ContentHash.Digits} digits", "the file's own hash");
        }

        var position = LengthBytes + _header.HashPosition;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_bytes.AsSpan(0, position));
        hash.AppendData(SafetensorsWriter.NoHash);
        hash.AppendData(_bytes.AsSpan(position + ContentHash.Digits));
        var actual = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (actual != Metadata[HashName])
        {
            throw new ArtifactFormatException(_name, "content", $"{HashName} {actual}", $"{Metadata[HashName]}, which it was written with; the file is damaged");
        }
    }

    /// <summary>The bytes of a tensor.</summary>
    public ReadOnlySpan<byte> Bytes(string tensor)
    {
        var entry = Find(tensor);
        return _bytes.AsSpan(_dataStart + (int)entry.Begin, (int)(entry.End - entry.Begin));
    }

    /// <summary>The numbers of a tensor of single precision.</summary>
    public ReadOnlySpan<float> Floats(string tensor) => Find(tensor).Type == TensorType.F32
        ? MemoryMarshal.Cast<byte, float>(Bytes(tensor))
        : throw new ArtifactFormatException(_name, tensor, Find(tensor).Type.Name(), TensorType.F32.Name());

    private StoredTensor Find(string tensor) =>
        Tensors.TryGetValue(tensor, out var entry) ? entry : throw new ArtifactFormatException(_name, "tensors", $"no '{tensor}'", "it to be there");
}
