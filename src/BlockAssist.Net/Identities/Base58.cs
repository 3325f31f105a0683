namespace BlockAssist.Net.Identities;

/// <summary>Bytes as text in base58btc: no letters that look alike, and no punctuation.</summary>
/// <remarks>The work grows with the square of the length; meant for keys and hashes, whose length is known beforehand.</remarks>
internal static class Base58
{
    private const string Letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>Whether the letter is one of the alphabet's.</summary>
    public static bool Has(char letter) => Letters.Contains(letter, StringComparison.Ordinal);

    /// <summary>The text of some bytes; each zero byte at their beginning is a 1.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var number = bytes.ToArray();
        var text = new Stack<char>();
        for (var start = 0; (start = Start(number, start)) < number.Length;)
        {
            text.Push(Letters[DivideBy58(number, start)]);
        }

        for (var zeros = Start(bytes, 0); zeros > 0; zeros--)
        {
            text.Push(Letters[0]);
        }

        return new string([.. text]);
    }

    /// <summary>Reads a text that is exactly as many bytes as there is room for.</summary>
    /// <returns>False if it is more or fewer bytes, or has a letter that is not of the alphabet; the bytes then mean nothing.</returns>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        bytes.Clear();
        foreach (var letter in text)
        {
            if (Letters.IndexOf(letter, StringComparison.Ordinal) is var digit && (digit < 0 || !MultiplyBy58(bytes, digit)))
            {
                return false;
            }
        }

        var ones = text.IndexOfAnyExcept(Letters[0]);
        return Start(bytes, 0) == (ones < 0 ? text.Length : ones);
    }

    private static int Start(ReadOnlySpan<byte> number, int from) =>
        number[from..].IndexOfAnyExcept((byte)0) is >= 0 and var zeros ? from + zeros : number.Length;

    // The remainder; the number becomes the quotient.
    private static int DivideBy58(Span<byte> number, int start)
    {
        var rest = 0;
        for (var i = start; i < number.Length; i++)
        {
            var part = (rest << 8) | number[i];
            (number[i], rest) = ((byte)(part / 58), part % 58);
        }

        return rest;
    }

    // False if the product has no room.
    private static bool MultiplyBy58(Span<byte> number, int carry)
    {
        for (var i = number.Length - 1; i >= 0; i--)
        {
            var part = (number[i] * 58) + carry;
            (number[i], carry) = ((byte)part, part >> 8);
        }

        return carry == 0;
    }
}
