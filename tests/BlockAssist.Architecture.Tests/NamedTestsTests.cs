using System.Text.RegularExpressions;

namespace BlockAssist.Architecture.Tests;

/// <summary>Tests that the docs name as what holds a promise are there.</summary>
public sealed partial class NamedTestsTests
{
    private static readonly string[] Pages = ["security.md", "faults.md"];

    private static string Root { get; } = SharedData.CheckoutRoot();

    /// <summary>Each test that a page names, with the page.</summary>
    public static TheoryData<string, string> Named => [.. Pages.SelectMany(page => Name().Matches(File.ReadAllText(Path.Combine(Root, "docs", page))).Select(found => (page, found.Groups[1].Value)).Distinct())];

    private static HashSet<string> Classes { get; } = [.. Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory]
    [MemberData(nameof(Named))]
    public void A_test_that_a_page_names_is_there(string page, string name) => Assert.True(Classes.Contains(name), $"docs/{page} names {name}, which is no file of tests/");

    [GeneratedRegex(@"`(\w+Tests)`", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
