using BlockAssist.Simulation.Measuring;

namespace BlockAssist.Net.Identities;

/// <summary>The 2048 English words of BIP-39, in its order.</summary>
internal static class RecoveryWords
{
    /// <summary>How many there are: 11 bits each.</summary>
    public const int Count = 2048;

    private static readonly string[] Words = Read();

    /// <summary>The word of a number below <see cref="Count"/>.</summary>
    public static string Word(int number) => Words[number];

    /// <summary>The number of a word in small letters; negative if it is not on the list.</summary>
    public static int Number(string word) => Array.BinarySearch(Words, word, StringComparer.Ordinal);

    /// <summary>The listed word that takes the fewest changes of letters to get from the given one; of several the first.</summary>
    public static string Nearest(string word) => Words.MinBy(listed => EditDistance.Between(word, listed))!;

    private static string[] Read()
    {
        using var stream = typeof(RecoveryWords).Assembly.GetManifestResourceStream("bip39-english.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
