using System.Text;
using System.Text.RegularExpressions;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Blueprints;

/// <summary>Keeps <c>docs/formats/blueprints.md</c> true.</summary>
public sealed partial class BlueprintPageTests
{
    private static readonly string Page = File.ReadAllText(SomeBlueprints.FileOf("blueprints.md"));

    [Fact]
    public void The_bytes_on_the_page_are_a_cell_of_planks()
    {
        var hex = string.Concat(Fenced("hex").Split('\n').Select(line => HexColumn().Match(line).Value.Replace(" ", "")));

        var blocks = BlueprintFiles.Import(Convert.FromHexString(hex), "page.schematic").Blueprint.Blocks;

        Assert.Equal([Block.Planks], blocks.Blocks.ToArray());
    }

    [Fact]
    public void The_JSON_on_the_page_is_a_hut()
    {
        var import = BlueprintFiles.Import(Encoding.UTF8.GetBytes(Fenced("json")), "page.json");

        Assert.Equal("hut", import.Blueprint.Name);
        Assert.Equal([Block.Planks, Block.Wool], import.Blueprint.Blocks.Blocks.ToArray());
        Assert.Equal(Fenced("json").Replace("\n ", ""), Encoding.UTF8.GetString(BlueprintFiles.Export(import.Blueprint, BlueprintFormat.Goal)));
    }

    [Fact]
    public void The_errors_on_the_page_are_what_one_gets()
    {
        byte[][] broken =
        [
            Convert.FromHexString("0A0000" + "09000473697A65" + "0300000003" + "000002010000000100000001" + "090006626C6F636B73" + "0000000000" + "00"),
            Convert.FromHexString("0A0000070001617FFFFFFF00"),
            [.. "VOX "u8, 7, 0, 0, 0],
        ];

        var messages = broken.Select(file => Assert.Throws<BlueprintFormatException>(() => BlueprintFiles.Import(file, "x")).Message);

        Assert.Equal(Fenced("error").Split('\n'), messages);
    }

    [Fact]
    public void The_table_of_formats_names_them_all_in_order() =>
        Assert.Equal(BlueprintFiles.Formats.Order(InPageOrder), FormatRow().Matches(Page)
            .Select(row => BlueprintFiles.Formats.Single(format => format.Id == row.Groups[1].Value && format.Extension == row.Groups[2].Value)));

    private static Comparer<BlueprintFormat> InPageOrder =>
        Comparer<BlueprintFormat>.Create((a, b) => Page.IndexOf($"| `{a.Id}` |", StringComparison.Ordinal) - Page.IndexOf($"| `{b.Id}` |", StringComparison.Ordinal));

    private static string Fenced(string language)
    {
        var start = Page.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return Page[start..Page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("^(?:[0-9A-F]+ ?)+")]
    private static partial Regex HexColumn();

    [GeneratedRegex(@"^\| `(\w+)` \| `(\.\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex FormatRow();
}
