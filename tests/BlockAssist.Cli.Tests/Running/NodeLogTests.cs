using System.Text.Json;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Running;

public sealed class NodeLogTests
{
    [Theory]
    [InlineData("debug", "For us\nWrote 3 episodes\nwarning: One is empty\n")]
    [InlineData("information", "Wrote 3 episodes\nwarning: One is empty\n")]
    [InlineData("warning", "warning: One is empty\n")]
    [InlineData("error", "")]
    public async Task The_level_is_of_what_is_shown_and_the_file_has_all(string level, string shown)
    {
        using var home = new TemporaryFolder();

        var run = await TellAsync(home, "--log-level", level);

        var said = run.Error.Split('\n').Where(line => !line.StartsWith("Command", StringComparison.Ordinal));
        Assert.Equal(shown, string.Join('\n', said));
        Assert.Contains("For us", Assert.Single(LinesOf(home), line => line.Contains("For us", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_json_each_line_on_standard_error_is_an_object_as_in_the_file()
    {
        using var home = new TemporaryFolder();

        var run = await TellAsync(home, "--log-format", "json", "--log-level", "debug");

        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
        Assert.Equal(LinesOf(home), lines);
        Assert.Contains(lines, line => line.Contains("\"Count\":3", StringComparison.Ordinal));
    }

    [Fact]
    public void However_much_is_logged_the_files_stay_within_their_bound()
    {
        const long Most = 14 << 12;
        using var home = new TemporaryFolder();
        using (var log = new NodeLog(new NodeHome(home.Path), new JsonLineSink(TextWriter.Null), new LogOptions(Serilog.Events.LogEventLevel.Fatal, IsJson: true, Most)))
        {
            for (var i = 0; i < 3000; i++)
            {
                log.Logger.Information("Line {Number} of {Text}", i, "something that is said again and again");
            }
        }

        var files = new DirectoryInfo(home.File("logs")).GetFiles();
        Assert.InRange(files.Length, 2, 14);
        Assert.InRange(files.Sum(file => file.Length), Most / 2, Most + 14 * 200);
        Assert.Contains("\"Number\":2999", LinesOf(home)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_that_run_at_once_in_one_home_do_not_write_over_each_other()
    {
        using var home = new TemporaryFolder();
        using (var first = Open())
        using (var second = Open())
        {
            for (var i = 0; i < 100; i++)
            {
                first.Logger.Information("The first says {Number}", i);
                second.Logger.Information("The second one says {Number}", i);
            }
        }

        using (var later = Open())
        {
            later.Logger.Information("Later");
        }

        var lines = LinesOf(home);
        Assert.Equal(201, lines.Length);
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
        Assert.Equal(2, Directory.GetFiles(home.File("logs")).Length);

        NodeLog Open() => new(new NodeHome(home.Path), new JsonLineSink(TextWriter.Null), LogOptions.Usual);
    }

    private static string[] LinesOf(TemporaryFolder home) =>
        [.. Directory.GetFiles(home.File("logs")).Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines)];

    private static Task<CommandRun> TellAsync(TemporaryFolder home, params string[] options)
    {
        var verb = new Verb("tell", "Tells.");
        verb.TakesSettings();
        verb.Runs((_, context, _) =>
        {
            context.Log.Debug("For us");
            context.Log.Information("Wrote {Count} episodes", 3);
            context.Log.Warning("One is empty");
            return ExitCode.Done;
        });
        return CommandRun.Of([verb], home.Path, ["tell", .. options]);
    }
}
