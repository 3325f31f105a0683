using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests;

/// <summary>What people and scripts get wrong: one clear line each, with the right exit code.</summary>
public sealed class BadWordsTests
{
    [Theory]
    [InlineData("simulate --episodes abc", "--episodes")]
    [InlineData("simulate --episodes 99999999999", "--episodes")]
    [InlineData("simulate --seed -1", "--seed")]
    [InlineData("simulate --threads 5000", "--threads")]
    [InlineData("play --headless --sessions 1.5", "--sessions")]
    [InlineData("play --headless --seed x", "--seed")]
    [InlineData("play --player bob", "bob")]
    [InlineData("blueprint generate --count x --out a", "--count")]
    [InlineData("blueprint sheet --columns 0 --out a.png", "--columns")]
    [InlineData("blueprint sheet --scale 1 --out a.png", "--scale")]
    [InlineData("blueprint import a.schem --preset foo", "foo")]
    [InlineData("bench world --seconds soon", "--seconds")]
    [InlineData("simulate --builders idle idle idle idle idle idle idle idle idle idle idle idle idle idle idle idle idle", "idle")]
    public async Task A_word_that_makes_no_sense_is_one_line_that_names_it(string words, string named)
    {
        var run = await CommandRun.Of([.. words.Split(' '), "--json"]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(named, Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
        Assert.True(run.Json.TryGetProperty("error", out _));
    }

    [Theory]
    [InlineData("blueprint show")]
    [InlineData("blueprint list")]
    [InlineData("blueprint generate --out")]
    [InlineData("demos show")]
    public async Task An_empty_word_is_a_usage_mistake(string words)
    {
        var run = await CommandRun.Of([.. words.Split(' '), ""]);

        Assert.Equal(ExitCode.Usage, run.Code);
    }

    [Theory]
    [InlineData("play --headless --goals EMPTY")]
    [InlineData("simulate --goals EMPTY")]
    [InlineData("simulate --check EMPTY/none.jsonl")]
    [InlineData("blueprint sheet EMPTY --out EMPTY/a.png")]
    [InlineData("blueprint import EMPTY --out EMPTY")]
    [InlineData("blueprint show EMPTY")]
    [InlineData("demos import EMPTY --out EMPTY")]
    [InlineData("demos show EMPTY")]
    [InlineData("bench world --goals EMPTY")]
    [InlineData("blueprint generate --site 64x64x64 --out EMPTY")]
    [InlineData("play --headless --site 5x5x5")]
    public async Task Nothing_to_work_on_is_a_failure_in_one_line(string words)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "none.jsonl"), "", TestContext.Current.CancellationToken);
        var before = Directory.GetFileSystemEntries(folder.Path);

        var run = await CommandRun.Of(words.Replace("EMPTY/none.jsonl", Path.Combine(folder.Path, "none.jsonl"), StringComparison.Ordinal)
            .Replace("EMPTY", Folder(folder), StringComparison.Ordinal).Split(' '));

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(run.Out);
        Assert.Equal(before.Length + 1, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public async Task A_link_that_leads_in_a_circle_is_not_followed()
    {
        using var folder = new TemporaryFolder();
        await CommandRun.Of("blueprint", "generate", "--out", folder.Path);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "around"), folder.Path);

        var run = await CommandRun.Of("blueprint", "list", folder.Path, "--json");

        Assert.Single(run.Json.GetProperty("blueprints").EnumerateArray());
    }

    [Fact]
    public async Task A_goal_that_stands_already_is_no_number_that_is_none()
    {
        using var folder = new TemporaryFolder();
        var goal = Path.Combine(folder.Path, "air.json");
        await File.WriteAllTextAsync(goal, """{"format":"mbag-goal/1","size":[1,1,1],"blocks":[0]}""", TestContext.Current.CancellationToken);

        var run = await CommandRun.Of("play", "--headless", "--only-play", "--goals", goal, "--json");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.InRange(run.Json.GetProperty("sessions")[0].GetProperty("goalShare").GetDouble(), 0, 1);
    }

    [Fact]
    public async Task Recordings_of_one_name_do_not_replace_each_other()
    {
        using var folder = new TemporaryFolder();
        foreach (var seed in (string[])["1", "2"])
        {
            await CommandRun.Of("play", "--headless", "--player", "layer", "--seed", seed, "--out", Path.Combine(folder.Path, seed));
            var episode = Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, seed)));
            await CommandRun.Of("demos", "export", episode, "--out", Path.Combine(folder.Path, seed, "x.jsonl.gz"));
        }

        var target = Path.Combine(folder.Path, "episodes");
        var run = await CommandRun.Of("demos", "import", Path.Combine(folder.Path, "1", "x.jsonl.gz"), Path.Combine(folder.Path, "2", "x.jsonl.gz"), "--out", target);
        await CommandRun.Of("demos", "import", Path.Combine(folder.Path, "2", "x.jsonl.gz"), "--out", target);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal(2, Directory.GetFiles(target).Length);
    }

    // An empty folder within the other, so that what must stay empty is named.
    private static string Folder(TemporaryFolder folder) => Directory.CreateDirectory(Path.Combine(folder.Path, "empty")).FullName;
}
