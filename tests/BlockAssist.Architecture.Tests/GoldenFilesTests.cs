namespace BlockAssist.Architecture.Tests;

/// <summary>The files of earlier versions stay as they were written, are few bytes, and are on the page that says what becomes of formats.</summary>
public sealed class GoldenFilesTests
{
    private const long MostBytes = 300_000;

    [Fact]
    public void A_file_that_is_there_is_never_written_again()
    {
        using var folder = new TemporaryFolder();
        var first = GoldenFiles.Read(folder.Path, 1, "a.bin", () => [1], isAskedFor: true);

        var again = GoldenFiles.Read(folder.Path, 1, "a.bin", () => [2], isAskedFor: true);
        var next = GoldenFiles.Read(folder.Path, 2, "a.bin", () => [2], isAskedFor: true);

        Assert.Equal([1], first);
        Assert.Equal([1], again);
        Assert.Equal([2], next);
        Assert.Equal([1], File.ReadAllBytes(folder.File("v1/a.bin")));
    }

    [Fact]
    public void A_file_that_is_absent_is_only_made_where_somebody_asks_for_it()
    {
        using var folder = new TemporaryFolder();

        Assert.ThrowsAny<Exception>(() => GoldenFiles.Read(folder.Path, 1, "a.bin", () => [1], isAskedFor: false));

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
        Assert.Equal([1, 2, 3], GoldenFiles.Read(folder.Path, 1, "a.bin.gz", () => [1, 2, 3], isAskedFor: true));
        Assert.Equal([1, 2, 3], GoldenFiles.Read(folder.Path, 1, "a.bin.gz", () => [], isAskedFor: false));
    }

    [Fact]
    public void All_together_are_few_bytes_and_each_is_on_the_page_of_formats()
    {
        var page = File.ReadAllText(Path.Combine(SharedData.CheckoutRoot(), "docs", "formats", "compatibility.md"));
        FileInfo[] files = [.. Directory.EnumerateDirectories(GoldenFiles.Root).SelectMany(Directory.EnumerateFiles).Select(file => new FileInfo(file))];

        Assert.NotEmpty(files);
        Assert.InRange(files.Sum(file => file.Length), 1, MostBytes);
        Assert.All(files, file => Assert.Contains($"`{file.Name}`", page, StringComparison.Ordinal));
    }
}
