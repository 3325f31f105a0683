using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Commands;

/// <summary>What people see of what other tests read as JSON.</summary>
[Collection(TrainingInTurn.Name)]
public sealed class ReadByPeopleTests
{
    [Theory]
    [InlineData("centered clip", "bench", "merge", "--weights", "2000", "--rounds", "1")]
    [InlineData("times the naive", "bench", "search", "--simulations", "200", "--rounds", "1")]
    [InlineData("of the sum", "bench", "update", "--rounds", "1", "--steps", "1")]
    [InlineData("Memory of the hub", "bench", "gateway", "--peers", "2", "--seconds", "1", "--update-kib", "16")]
    public async Task What_was_measured_is_a_table(string words, params string[] args)
    {
        var run = await CommandRun.Of(args);

        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Contains(words, run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('{', run.Out);
    }

    [Fact]
    public async Task Blueprints_and_recordings_are_told_of()
    {
        using var folder = new TemporaryFolder();
        await CommandRun.Of("blueprint", "generate", "--seed", "7", "--format", "schem", "--out", folder.File("houses"));
        await CommandRun.Of("play", "--headless", "--only-play", "--seed", "3", "--player", "layer", "--out", folder.File("episodes"));
        var (house, episode) = (Assert.Single(Directory.GetFiles(folder.File("houses"))), Assert.Single(Directory.GetFiles(folder.File("episodes"))));

        var shown = await CommandRun.Of("blueprint", "show", house);
        var listed = await CommandRun.Of("blueprint", "list", folder.File("houses"));
        var played = await CommandRun.Of("demos", "show", episode);
        var all = await CommandRun.Of("demos", "list", folder.File("episodes"));

        Assert.All((CommandRun[])[shown, listed, played, all], run => Assert.True(run.Code == ExitCode.Done, run.Error));
        Assert.Contains("9", shown.Out, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileNameWithoutExtension(house), listed.Out, StringComparison.Ordinal);
        Assert.Contains("house-3", played.Out, StringComparison.Ordinal);
        Assert.Contains("house-3", all.Out, StringComparison.Ordinal);
    }
}
