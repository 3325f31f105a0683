using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using BlockAssist.Net.Identities;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Blobs;

/// <summary>The address of some bytes: their SHA-256. As text it is a <see cref="ContentHash"/>, safe as a file's name.</summary>
/// <param name="Digest">The hash; of the bytes alone, for no purpose.</param>
public readonly record struct BlobId(Digest Digest)
{
    /// <summary>How many digits its text has.</summary>
    public const int Digits = ContentHash.Digits;

    /// <summary>The address of bytes.</summary>
    public static BlobId Of(ReadOnlySpan<byte> bytes) => new(new Digest(SHA256.HashData(bytes)));

    /// <summary>The address of what a stream holds from where it is.</summary>
    public static BlobId Of(Stream stream) => new(new Digest(SHA256.HashData(stream)));

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static BlobId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no address of a blob, expected {Digits} of 0-9 and a-f");

    /// <summary>Reads one, if it is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BlobId id)
    {
        var isOne = Digest.TryParse(text, out var digest) && ContentHash.IsHash(text);
        id = isOne ? new BlobId(digest) : default;
        return isOne;
    }

    /// <summary>The digits, small ones.</summary>
    public override string ToString() => Digest.ToString();
}
