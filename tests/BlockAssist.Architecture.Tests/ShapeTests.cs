namespace BlockAssist.Architecture.Tests;

/// <summary>Files and functions stay as small as in the best that others write.</summary>
public sealed class ShapeTests(ITestOutputHelper output)
{
    private const int LongestFile = 400;
    private const int LongestFunction = 60;

    // One table of all that the contract can be asked: a line each, and nothing to be read together.
    private const string Table = "ContributionsFunctions.cs: ByName";

    private static CodeShape Product { get; } = CodeShape.Of(Path.Combine(SharedData.CheckoutRoot(), "src"));

    private static CodeShape Tests { get; } = CodeShape.Of(Path.Combine(SharedData.CheckoutRoot(), "tests"));

    [Fact]
    public void Half_of_the_files_fit_a_screen_and_nine_of_ten_are_short()
    {
        output.WriteLine("| | files | lines | a file | functions | a function | more than 4 parameters |");
        output.WriteLine(Product.Row("`src`"));
        output.WriteLine(Tests.Row("`tests`"));
        int[] lines = [.. Product.Files.Select(file => file.Lines)];

        Assert.InRange(CodeShape.Quantile(lines, 0.5), 1, 70);
        Assert.InRange(CodeShape.Quantile(lines, 0.9), 1, 250);
    }

    [Fact]
    public void No_file_is_so_long_that_it_has_more_than_one_idea() =>
        Assert.DoesNotContain(Product.Files.Concat(Tests.Files), file => file.Lines > LongestFile);

    [Fact]
    public void Functions_are_short_and_none_is_long()
    {
        int[] lines = [.. Product.Functions.Select(function => function.Lines)];

        Assert.InRange(CodeShape.Quantile(lines, 0.5), 1, 8);
        Assert.InRange(CodeShape.Quantile(lines, 0.9), 1, 25);
        Assert.DoesNotContain(Product.Functions, function => function.Lines > LongestFunction && !function.Name.EndsWith(Table, StringComparison.Ordinal));
    }
}
