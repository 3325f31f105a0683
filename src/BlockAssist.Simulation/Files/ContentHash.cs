using System.Security.Cryptography;

namespace BlockAssist.Simulation.Files;

/// <summary>The SHA-256 of a file's bytes as 64 small hexadecimal digits: the address by which models, recordings and blobs are known.</summary>
public static class ContentHash
{
    /// <summary>How many digits a hash has.</summary>
    public const int Digits = 64;

    /// <summary>The hash of some bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The hash of a file, read piece by piece.</summary>
    public static string OfFile(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Whether a text has the form of a hash; safe then as a file's name.</summary>
    public static bool IsHash(string? text) => text is { Length: Digits } && text.All(char.IsAsciiHexDigitLower);
}
