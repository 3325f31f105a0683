using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Running;

public sealed class UsageMistakeTests
{
    [Theory]
    [InlineData("doktor", "There is no command 'doktor'. Did you mean doctor? See: blockassist --help")]
    [InlineData("xylophone", "There is no command 'xylophone'. See: blockassist --help")]
    [InlineData("doctor --jsn", "doctor does not understand '--jsn'. Did you mean --json? See: blockassist doctor --help")]
    [InlineData("doctor cake", "doctor does not understand 'cake'. See: blockassist doctor --help")]
    public async Task A_mistake_is_named_with_what_was_probably_meant(string words, string expected)
    {
        var run = await CommandRun.Of(words.Split(' '));

        Assert.Equal((ExitCode.Usage, $"blockassist: {expected}\n", ""), (run.Code, run.Error, run.Out));
    }

    [Fact]
    public async Task A_group_alone_names_its_verbs()
    {
        var run = await CommandRun.Of();

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.StartsWith("blockassist: Name one of: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_a_mistake_is_an_object_too()
    {
        var run = await CommandRun.Of("doktor", "--json");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Equal("There is no command 'doktor'", run.Json.GetProperty("error").GetString());
    }
}
