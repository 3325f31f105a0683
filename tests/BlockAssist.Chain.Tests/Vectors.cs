using System.Text.Json;

namespace BlockAssist.Chain.Tests;

/// <summary>What others have computed: the vectors of ethers, of ethereum/tests and of the RFCs.</summary>
internal static class Vectors
{
    /// <summary>A file of them; skips the test where it is absent.</summary>
    public static JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.Need(Path.Combine("chain-vectors", name))));
        return document.RootElement.Clone();
    }

    /// <summary>The text of a member.</summary>
    public static string Text(this JsonElement element, string member) => element.GetProperty(member).GetString()!;

    /// <summary>The bytes of a member; 0x before the digits may be missing.</summary>
    public static byte[] Hex(this JsonElement element, string member) => Bytes(element.Text(member));

    /// <summary>The bytes of digits.</summary>
    public static byte[] Bytes(string digits) => Convert.FromHexString(digits.StartsWith("0x", StringComparison.Ordinal) ? digits[2..] : digits);
}
