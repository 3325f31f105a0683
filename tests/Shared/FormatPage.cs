namespace BlockAssist.Tests.Shared;

/// <summary>The examples on a page of docs/formats.</summary>
internal static class FormatPage
{
    /// <summary>The fenced blocks of a language, in their order.</summary>
    public static IReadOnlyList<string> Fenced(string page, string language)
    {
        var fence = $"```{language}\n";
        var text = File.ReadAllText(Path.Combine(SharedData.CheckoutRoot(), "docs", "formats", page));
        return [.. text.Split(fence).Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)])];
    }

    /// <summary>The bytes of a block of hexadecimal digits; what stands behind a semicolon is for people.</summary>
    public static byte[] Hex(string block) =>
        Convert.FromHexString(string.Concat(block.Split('\n').Select(line => line.Split(';')[0].Replace(" ", "", StringComparison.Ordinal))));
}
