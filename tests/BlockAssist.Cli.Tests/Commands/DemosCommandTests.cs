using System.IO.Compression;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Commands;

public sealed class DemosCommandTests
{
    [Fact]
    public async Task A_damaged_episode_is_named_with_the_place_of_the_damage()
    {
        using var folder = new TemporaryFolder();
        await CommandRun.Of("play", "--headless", "--seed", "3", "--player", "layer", "--out", folder.Path);
        var file = Assert.Single(Directory.GetFiles(folder.Path));
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 4;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        var verified = await CommandRun.Of("demos", "verify", folder.Path, "--json");
        var shown = await CommandRun.Of("demos", "show", file, "--json");

        Assert.Equal(ExitCode.Failed, verified.Code);
        Assert.Equal(0, verified.Json.GetProperty("exact").GetInt32());
        Assert.Contains("byte", verified.Json.GetProperty("reasons")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, shown.Code);
        Assert.Contains("byte", shown.Json.GetProperty("damage").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_episode_is_refused_in_one_line()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "notes.bae");
        await File.WriteAllTextAsync(file, "not an episode", TestContext.Current.CancellationToken);

        var run = await CommandRun.Of("demos", "show", file);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(file, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_recording_is_not_imported_and_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        var recording = Path.Combine(folder.Path, "recording.jsonl.gz");
        await using (var stream = new GZipStream(File.Create(recording), CompressionLevel.Fastest))
        {
            await stream.WriteAsync("{\"format\":\"something else\"}\n"u8.ToArray(), TestContext.Current.CancellationToken);
        }

        var target = Path.Combine(folder.Path, "episodes");
        var run = await CommandRun.Of("demos", "import", recording, "--out", target);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains(recording, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(target));
    }

    [Fact]
    public async Task A_recording_whose_rows_do_not_lead_to_its_end_is_not_imported()
    {
        using var folder = new TemporaryFolder();
        await CommandRun.Of("play", "--headless", "--seed", "3", "--player", "layer", "--out", folder.Path);
        var recording = folder.File("recording.jsonl");
        await CommandRun.Of("demos", "export", Assert.Single(Directory.GetFiles(folder.Path)), "--out", recording);
        var whole = await File.ReadAllTextAsync(recording, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(recording, whole.Replace("\"final\":[1,", "\"final\":[2,", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var run = await CommandRun.Of("demos", "import", recording, "--out", folder.File("episodes"));

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("do not lead to its end", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.File("episodes")));
    }
}
