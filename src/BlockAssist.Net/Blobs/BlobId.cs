using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace BlockAssist.Net.Blobs;

/// <summary>The address of some bytes: their SHA-256, as 64 small hexadecimal digits. Safe as a file's name.</summary>
public readonly record struct BlobId
{
    /// <summary>How many digits it has.</summary>
    public const int Digits = 64;

    private readonly string? _digits;

    private BlobId(string digits) => _digits = digits;

    /// <summary>The address of bytes.</summary>
    public static BlobId Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>The address of what a stream holds from where it is.</summary>
    public static BlobId Of(Stream stream) => new(Convert.ToHexStringLower(SHA256.HashData(stream)));

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static BlobId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no address of a blob, expected {Digits} of 0-9 and a-f");

    /// <summary>Reads one, if it is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BlobId id)
    {
        var isOne = text is { Length: Digits } && text.All(char.IsAsciiHexDigitLower);
        id = isOne ? new BlobId(text!) : default;
        return isOne;
    }

    /// <summary>The digits.</summary>
    public override string ToString() => _digits ?? new string('0', Digits);
}
