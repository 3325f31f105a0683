using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Commands;

public sealed class BlueprintCommandTests
{
    [Fact]
    public async Task Made_up_houses_are_written_in_any_format_and_shown_again()
    {
        using var folder = new TemporaryFolder();
        foreach (var format in (string[])["json", "schem", "schem3", "litematic", "schematic", "nbt", "vox"])
        {
            var written = await CommandRun.Of("blueprint", "generate", "--seed", "7", "--format", format, "--out", folder.Path, "--json");
            var shown = await CommandRun.Of("blueprint", "show", written.Json.GetProperty("written")[0].GetString()!, "--json");

            Assert.Equal(ExitCode.Done, shown.Code);
            Assert.Equal([9, 8, 8], shown.Json.GetProperty("size").EnumerateArray().Select(edge => edge.GetInt32()));
            Assert.True(shown.Json.GetProperty("blocks").GetInt32() > 20);
            Assert.Empty(shown.Json.GetProperty("unmapped").EnumerateObject());
        }
    }

    [Fact]
    public async Task Importing_fits_files_to_a_site_and_keeps_going_past_a_broken_one()
    {
        using var folder = new TemporaryFolder();
        await CommandRun.Of("blueprint", "generate", "--count", "3", "--site", "20x20x20", "--format", "schem", "--out", folder.Path);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "broken.schem"), "not one", TestContext.Current.CancellationToken);

        var run = await CommandRun.Of("blueprint", "import", folder.Path, "--out", Path.Combine(folder.Path, "goals"), "--json");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Equal(3, run.Json.GetProperty("imported").GetInt32());
        Assert.Single(run.Json.GetProperty("broken").EnumerateObject());
        Assert.Contains("broken.schem", run.Error, StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(folder.Path, "goals")).Length);
    }

    [Fact]
    public async Task A_file_of_no_known_format_is_one_line_and_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        var broken = Path.Combine(folder.Path, "house.schem");
        await File.WriteAllBytesAsync(broken, [0x1f, 0x8b, 1, 2, 3], TestContext.Current.CancellationToken);

        var run = await CommandRun.Of("blueprint", "export", broken, "--out", Path.Combine(folder.Path, "house.litematic"));

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(broken, run.Error, StringComparison.Ordinal);
        Assert.Equal([broken], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_sheet_is_a_picture_of_many()
    {
        using var folder = new TemporaryFolder();
        var picture = Path.Combine(folder.Path, "sheet.png");

        var run = await CommandRun.Of("blueprint", "sheet", "--count", "4", "--columns", "2", "--scale", "3", "--out", picture);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await File.ReadAllBytesAsync(picture, TestContext.Current.CancellationToken))[..4]);
    }

    [Theory]
    [InlineData("11x10")]
    [InlineData("3x10x10")]
    [InlineData("11x10x1000")]
    public async Task A_size_that_is_none_is_a_usage_mistake(string size)
    {
        var run = await CommandRun.Of("blueprint", "generate", "--site", size, "--out", "nowhere");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(size, run.Error, StringComparison.Ordinal);
    }
}
