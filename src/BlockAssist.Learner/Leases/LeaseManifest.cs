using System.Buffers.Binary;
using System.Security.Cryptography;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Data;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Leases;

/// <summary>What a trainer learns from, in order: enough to know which windows the seed of a lease gives, without the play itself.</summary>
/// <param name="lines">The demonstrations; one that counts threefold is there three times.</param>
public sealed class LeaseManifest(IReadOnlyList<ManifestLine> lines)
{
    /// <summary>The most lines.</summary>
    public const int MaxLines = 1 << 16;

    /// <summary>How many bytes a line has: 32 of the hash, the builder, four of the turns.</summary>
    internal const int LineBytes = HashBytes + 1 + sizeof(int);

    private const int HashBytes = ContentHash.Digits / 2;

    /// <summary>The demonstrations.</summary>
    public IReadOnlyList<ManifestLine> Lines => lines;

    /// <summary>The manifest of a trainer's demonstrations.</summary>
    /// <exception cref="ArgumentException">There are none, or more than a manifest may have.</exception>
    public static LeaseManifest Of(DemonstrationSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (set.Turns == 0 || set.Demonstrations.Count > MaxLines)
        {
            throw new ArgumentException($"There are {set.Demonstrations.Count} demonstrations, where a lease learns from 1 to {MaxLines}.", nameof(set));
        }

        var files = set.Demonstrations.Select(one => one.Path).Distinct().ToDictionary(path => path, ContentHash.OfFile, StringComparer.Ordinal);
        return new LeaseManifest([.. set.Demonstrations.Select(one => new ManifestLine(files[one.Path], (byte)one.Builder, one.Turns))]);
    }

    /// <summary>Reads a manifest from bytes of anybody.</summary>
    /// <exception cref="ArtifactFormatException">It is none, or has more turns than can be counted.</exception>
    public static LeaseManifest FromBytes(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length % LineBytes != 0 || bytes.Length / LineBytes is < 1 or > MaxLines)
        {
            throw new ArtifactFormatException(name, "manifest", $"{bytes.Length} bytes", $"1 to {MaxLines} lines of {LineBytes}");
        }

        var read = new ManifestLine[bytes.Length / LineBytes];
        var turns = 0L;
        for (var i = 0; i < read.Length; i++)
        {
            var line = bytes.Slice(i * LineBytes, LineBytes);
            read[i] = new ManifestLine(Convert.ToHexStringLower(line[..HashBytes]), line[HashBytes], BinaryPrimitives.ReadInt32LittleEndian(line[(HashBytes + 1)..]));
            turns += read[i].Turns;
            if (read[i].Turns < 1 || turns > int.MaxValue)
            {
                throw new ArtifactFormatException(name, $"manifest, line {i}", $"{read[i].Turns} turns", "one at least, and not more in all than can be counted");
            }
        }

        return new LeaseManifest(read);
    }

    /// <summary>The manifest's bytes: for each line the hash, the builder, the turns (lowest byte first).</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[lines.Count * LineBytes];
        var left = bytes.AsSpan();
        foreach (var line in lines)
        {
            Convert.FromHexString(line.File, left, out _, out _);
            left[HashBytes] = line.Builder;
            BinaryPrimitives.WriteInt32LittleEndian(left[(HashBytes + 1)..], line.Turns);
            left = left[LineBytes..];
        }

        return bytes;
    }

    /// <summary>The hash that segments name: <see cref="DemonstrationSet.ManifestHash"/> of the trainer's demonstrations.</summary>
    public string DataHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            hash.AppendData(Convert.FromHexString(line.File));
            hash.AppendData([line.Builder]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Demonstrations whose paths are the hashes of their files: windows can be chosen from them, not played.</summary>
    internal DemonstrationSet ToSet() => new([.. lines.Select(line => new Demonstration(line.File, line.Builder, "", "", line.Turns))]);
}
