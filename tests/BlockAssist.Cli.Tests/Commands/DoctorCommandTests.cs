using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Commands;

public sealed class DoctorCommandTests
{
    [Fact]
    public async Task It_shows_a_row_for_each_thing()
    {
        var run = await CommandRun.Of("doctor");

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.All(["runtime", "sdk", "memory", "home", "disk", "display", "torch", "inference", "models", "ffmpeg"], name => Assert.Contains(name, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_does_not_work_says_what_mends_it()
    {
        var run = await CommandRun.Of("doctor", "--json");

        var findings = run.Json.GetProperty("findings").EnumerateArray().ToArray();
        Assert.True(run.Json.GetProperty("ok").GetBoolean());
        Assert.All(findings, finding => Assert.Equal(
            finding.GetProperty("state").GetString() == "ok",
            finding.GetProperty("mend").GetString() is null));
    }

    [Fact]
    public async Task In_a_file_its_lines_are_as_long_as_people_read()
    {
        var run = await CommandRun.Of("doctor");

        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
    }

    [Fact]
    public async Task Without_a_home_it_fails_and_still_tells_all()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("file"), "in the way", TestContext.Current.CancellationToken);

        var run = await CommandRun.Of(Verbs.All(), folder.File("file/home"), ["doctor", "--json"]);

        Assert.Equal((ExitCode.Failed, "blockassist: Required but missing: home\n"), (run.Code, run.Error));
        Assert.False(run.Json.GetProperty("ok").GetBoolean());
    }
}
