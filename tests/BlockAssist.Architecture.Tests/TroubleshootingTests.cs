using System.Text.RegularExpressions;

namespace BlockAssist.Architecture.Tests;

/// <summary>Each message that docs/troubleshooting.md explains is one that the program, a script or a test says.</summary>
public sealed partial class TroubleshootingTests
{
    // What stands for whatever differs, in the page.
    private const char Gap = '…';

    // How far apart two parts of a message may be in the sources.
    private const string Between = @"[^\n]{0,160}?(\n[^\n]{0,160}?){0,3}?";

    // How many letters of a message must be there: fewer are found anywhere.
    private const int Telling = 10;

    private static readonly string[] Scripts = ["blockassist", "blockassist.cmd", "test.sh", "eng/launch.sh", "eng/release.sh"];

    /// <summary>The messages of the page: what its tables have in the first cell, as code.</summary>
    public static TheoryData<string> Messages => [.. FirstCell().Matches(File.ReadAllText(Page)).Select(found => found.Groups[1].Value)];

    private static string Root { get; } = SharedData.CheckoutRoot();

    private static string Page => Path.Combine(Root, "docs", "troubleshooting.md");

    private static string[] Texts { get; } = [.. Files().Select(File.ReadAllText)];

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_of_the_page_is_one_that_is_said(string message)
    {
        var parts = message.Split(Gap, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var said = new Regex(string.Join(Between, parts.Select(Regex.Escape)), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

        Assert.InRange(parts.Sum(part => part.Length), Telling, int.MaxValue);
        Assert.Contains(Texts, said.IsMatch);
    }

    [Fact]
    public void No_message_is_on_the_page_twice() => Assert.Equal(Messages.Count, Messages.Select(row => row.Data).Distinct().Count());

    private static IEnumerable<string> Files() =>
        Scripts.Select(script => Path.Combine(Root, script))
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories))
            .Append(Path.Combine(Root, "tests", "Shared", "SharedData.cs"));

    [GeneratedRegex(@"^\| `([^`]+)`", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FirstCell();
}
