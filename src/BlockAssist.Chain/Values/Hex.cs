using System.Buffers;

namespace BlockAssist.Chain.Values;

/// <summary>Bytes as nodes write them: 0x and small hexadecimal digits, two a byte.</summary>
internal static class Hex
{
    /// <summary>What stands before the digits.</summary>
    public const string Prefix = "0x";

    private const int LongestShown = 80;

    /// <summary>The text of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Prefix + Convert.ToHexStringLower(bytes);

    /// <summary>Reads a text; capital digits do not matter. False if it is none.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        if (!HasPrefix(text) || text.Length % 2 != 0)
        {
            return false;
        }

        bytes = new byte[(text.Length - Prefix.Length) / 2];
        return Fill(text, bytes);
    }

    /// <summary>Reads a text that is exactly as many bytes as there is room for; false if it is none.</summary>
    public static bool TryFill(ReadOnlySpan<char> text, Span<byte> bytes) =>
        HasPrefix(text) && text.Length == Prefix.Length + (2 * bytes.Length) && Fill(text, bytes);

    /// <summary>Reads a text.</summary>
    /// <exception cref="ChainFormatException">It is none.</exception>
    public static byte[] Read(ReadOnlySpan<char> text) =>
        TryRead(text, out var bytes) ? bytes : throw new ChainFormatException($"'{Shown(text)}' is not 0x and pairs of hexadecimal digits");

    /// <summary>As much of a foreign text as a message may hold.</summary>
    public static string Shown(ReadOnlySpan<char> text)
    {
        var shown = text[..Math.Min(text.Length, LongestShown)].ToArray();
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = char.IsControl(shown[i]) || char.IsSurrogate(shown[i]) ? '?' : shown[i];
        }

        return new string(shown) + (text.Length > LongestShown ? "…" : "");
    }

    private static bool HasPrefix(ReadOnlySpan<char> text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    private static bool Fill(ReadOnlySpan<char> text, Span<byte> bytes) =>
        Convert.FromHexString(text[Prefix.Length..], bytes, out _, out _) == OperationStatus.Done;
}
