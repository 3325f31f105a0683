using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Faults;

/// <summary>A home in which nothing can be written.</summary>
public sealed class ReadOnlyHomeTests
{
    [Theory]
    [InlineData("play", "--headless", "--only-play", "--seed", "7")]
    [InlineData("key", "new", "--without-passphrase")]
    [InlineData("config", "set", "node.run.mib-a-day", "77")]
    public async Task Whatever_wants_to_write_says_what_to_do(params string[] words)
    {
        using var disk = new SmallDisk(256);
        disk.Protect();

        var run = await CommandRun.Of(Verbs.All(), Path.Combine(disk.Path, "home"), words);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("Read-only file system", run.Error, StringComparison.Ordinal);
        Assert.Contains("Let BLOCKASSIST_HOME name a folder that you may write to", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_recorded_there_can_still_be_looked_at_and_the_doctor_says_what_mends_it()
    {
        using var disk = new SmallDisk(512);
        var home = Path.Combine(disk.Path, "home");
        await CommandRun.Of(Verbs.All(), home, ["play", "--headless", "--only-play", "--seed", "7"]);
        disk.Protect();

        var verified = await CommandRun.Of(Verbs.All(), home, ["demos", "verify", "--json"]);
        var diagnosis = await CommandRun.Of(Verbs.All(), home, ["doctor", "--json"]);

        Assert.Equal((ExitCode.Done, 1), (verified.Code, verified.Json.GetProperty("exact").GetInt32()));
        Assert.Contains("cannot be written", diagnosis.Out, StringComparison.Ordinal);
    }
}
