using System.Security.Cryptography;
using System.Text;

namespace BlockAssist.Net.Identities;

/// <summary>The secret from which all keys of a node are made: 32 bytes, which a person keeps as 24 words.</summary>
/// <remarks>
/// The words are those of BIP-39 (English, 256 bits, 8 bits of checksum). A key is HKDF-SHA256 of the 32 bytes with no salt and
/// a label that says what the key is for, so that one key tells nothing of another. The bytes stay in one place of memory and
/// are overwritten at the end; the words exist only where <see cref="Reveal"/> is called.
/// </remarks>
public sealed class RecoveryPhrase : IDisposable
{
    /// <summary>How many words it has.</summary>
    public const int Words = 24;

    internal const int EntropyBytes = 32;

    private const int BitsPerWord = 11;
    private const int LongestText = 1024;
    private const int LongestWordShown = 12;

    private readonly byte[] _entropy = GC.AllocateArray<byte>(EntropyBytes, pinned: true);
    private bool _disposed;

    private RecoveryPhrase()
    {
    }

    /// <summary>Makes a new one from the system's randomness.</summary>
    public static RecoveryPhrase Create()
    {
        var phrase = new RecoveryPhrase();
        RandomNumberGenerator.Fill(phrase._entropy);
        return phrase;
    }

    /// <summary>Reads 24 words with any blanks between them; capital letters do not matter.</summary>
    /// <exception cref="IdentityException">There are more or fewer, one is not on the list, or their checksum is wrong.</exception>
    public static RecoveryPhrase Parse(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestText)
        {
            throw new IdentityException($"a text of {text.Length} letters is no recovery phrase; expected {Words} words");
        }

        var words = new string(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != Words)
        {
            throw new IdentityException($"a recovery phrase has {Words} words, not {words.Length}");
        }

        // Behind the entropy is the byte of the checksum.
        Span<byte> bits = stackalloc byte[EntropyBytes + 1];
        bits.Clear();
        for (var i = 0; i < words.Length; i++)
        {
            Put(bits, i, NumberOf(words[i], i + 1));
        }

        var phrase = FromEntropy(bits[..EntropyBytes]);
        var sound = bits[EntropyBytes] == Checksum(bits[..EntropyBytes]);
        CryptographicOperations.ZeroMemory(bits);
        if (!sound)
        {
            phrase.Dispose();
            throw new IdentityException(
                "each of the words is on the list, but their checksum is wrong",
                "One of them is another word of the list, or two changed places: compare them with what you wrote down.");
        }

        return phrase;
    }

    /// <summary>The 24 words, with a blank between them: the one moment in which they are text.</summary>
    public string Reveal()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Span<byte> bits = stackalloc byte[EntropyBytes + 1];
        _entropy.CopyTo(bits);
        bits[EntropyBytes] = Checksum(_entropy);
        var text = new StringBuilder();
        for (var i = 0; i < Words; i++)
        {
            text.Append(i == 0 ? "" : " ").Append(RecoveryWords.Word(Get(bits, i)));
        }

        CryptographicOperations.ZeroMemory(bits);
        return text.ToString();
    }

    /// <summary>Makes the key of a label; the same phrase and label always give the same.</summary>
    /// <param name="label">What the key is for, in ASCII, with a version: <c>blockassist/peer/1</c>.</param>
    /// <param name="key">Takes the key; at most 8160 bytes.</param>
    public void DeriveKey(string label, Span<byte> key)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        ObjectDisposedException.ThrowIf(_disposed, this);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _entropy, key, salt: [], info: Encoding.ASCII.GetBytes(label));
    }

    /// <summary>Says that there is one, and nothing of it.</summary>
    public override string ToString() => "a recovery phrase";

    /// <summary>Overwrites the secret.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_entropy);
    }

    internal static RecoveryPhrase FromEntropy(ReadOnlySpan<byte> entropy)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(entropy.Length, EntropyBytes);
        var phrase = new RecoveryPhrase();
        entropy.CopyTo(phrase._entropy);
        return phrase;
    }

    internal void CopyEntropyTo(Span<byte> entropy)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _entropy.CopyTo(entropy);
    }

    private static int NumberOf(string word, int place)
    {
        var number = RecoveryWords.Number(word.ToLowerInvariant());
        return number >= 0
            ? number
            : throw new IdentityException(
                $"word {place}, '{Shown(word)}', is not on the list of recovery words", $"The nearest word on it is '{RecoveryWords.Nearest(Shown(word).ToLowerInvariant())}'.");
    }

    // What was pasted by mistake need not be shown whole.
    private static string Shown(string word) =>
        string.Concat(word.Take(LongestWordShown).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '?')) + (word.Length > LongestWordShown ? "…" : "");

    private static byte Checksum(ReadOnlySpan<byte> entropy)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(entropy, hash);
        return hash[0];
    }

    private static void Put(Span<byte> bits, int word, int number)
    {
        for (var i = 0; i < BitsPerWord; i++)
        {
            var (at, bit) = Math.DivRem((word * BitsPerWord) + i, 8);
            bits[at] |= (byte)(((number >> (BitsPerWord - 1 - i)) & 1) << (7 - bit));
        }
    }

    private static int Get(ReadOnlySpan<byte> bits, int word)
    {
        var number = 0;
        for (var i = 0; i < BitsPerWord; i++)
        {
            var (at, bit) = Math.DivRem((word * BitsPerWord) + i, 8);
            number = (number << 1) | ((bits[at] >> (7 - bit)) & 1);
        }

        return number;
    }
}
