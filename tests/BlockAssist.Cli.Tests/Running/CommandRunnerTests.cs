using BlockAssist.Cli.Running;
using CsCheck;

namespace BlockAssist.Cli.Tests.Running;

public sealed class CommandRunnerTests
{
    private static readonly string[] Odd = ["doctors", "--json", "--help", "--", "-", "@x", "=", "--json=", "[suggest]", "--json=false"];

    [Fact]
    public async Task A_foreseen_failure_is_one_line_with_its_advice()
    {
        var run = await Throwing(new ForeseenException("house.nbt: offset 12: a list was expected.", "Export it again."));

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Equal("blockassist: house.nbt: offset 12: a list was expected. Export it again.\n", run.Error);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task With_json_a_failure_is_an_object_too()
    {
        var run = await Throwing(new ForeseenException("No such episode", "List them: blockassist demos list"), "--json");

        Assert.Equal("No such episode", run.Json.GetProperty("error").GetString());
        Assert.Equal("List them: blockassist demos list", run.Json.GetProperty("advice").GetString());
    }

    [Fact]
    public async Task What_the_disk_says_is_foreseen_and_on_one_line()
    {
        var run = await Throwing(new IOException("No space left\non device"));

        Assert.Equal((ExitCode.Failed, "blockassist: No space left on device\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task What_others_wrote_sets_no_colour_and_moves_no_cursor()
    {
        var run = await Throwing(new InvalidDataException("house \u001b[2J\u0007 of\u009b31m nobody"));

        Assert.Equal("blockassist: house \uFFFD[2J\uFFFD of\uFFFD31m nobody\n", run.Error);
    }

    [Fact]
    public async Task What_many_threads_throw_is_foreseen_if_each_part_is()
    {
        var foreseen = await Throwing(new AggregateException(new InvalidDataException("a"), new IOException("b")));
        var mixed = await Throwing(new AggregateException(new InvalidDataException("a"), new InvalidOperationException("b")));

        Assert.Equal((ExitCode.Failed, "blockassist: a\n"), (foreseen.Code, foreseen.Error));
        Assert.Equal(ExitCode.Bug, mixed.Code);
    }

    [Fact]
    public async Task A_bug_is_one_line_that_says_where_its_stack_trace_is()
    {
        using var home = new TemporaryFolder();

        var run = await CommandRun.Of([ThrowingVerb(new InvalidOperationException("no tick"))], home.Path, ["fail"]);

        var log = Assert.Single(Directory.GetFiles(home.File("logs")));
        Assert.Equal(ExitCode.Bug, run.Code);
        Assert.Equal($"blockassist: This is a bug in BlockAssist: InvalidOperationException: no tick. The stack trace is at the end of {log}\n", run.Error);
        Assert.Contains("CommandRunnerTests", await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_log_file_a_bug_shows_its_stack_trace()
    {
        using var home = new TemporaryFolder();
        await File.WriteAllTextAsync(home.File("logs"), "in the way", TestContext.Current.CancellationToken);

        var run = await CommandRun.Of([ThrowingVerb(new InvalidOperationException("no tick"))], home.Path, ["fail"]);

        Assert.Equal(ExitCode.Bug, run.Code);
        Assert.Contains("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_work_ends_as_interrupted()
    {
        using var home = new TemporaryFolder();
        using var interruption = new CancellationTokenSource();
        var verb = new Verb("wait", "Waits.");
        verb.Runs((_, _, cancellation) =>
        {
            interruption.Cancel();
            cancellation.ThrowIfCancellationRequested();
            return ExitCode.Done;
        });

        var run = await CommandRun.Of([verb], home.Path, ["wait"], interruption.Token);

        Assert.Equal((ExitCode.Interrupted, "blockassist: Interrupted.\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task Log_lines_go_to_standard_error_and_to_the_file()
    {
        using var home = new TemporaryFolder();
        var verb = new Verb("tell", "Tells.");
        verb.Runs((_, context, _) =>
        {
            context.Log.Information("Wrote {Count} episodes", 3);
            context.Log.Warning("One is empty");
            context.Log.Debug("For us");
            return ExitCode.Done;
        });

        var run = await CommandRun.Of([verb], home.Path, ["tell"]);

        var log = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(home.File("logs"))), TestContext.Current.CancellationToken);
        Assert.Equal(("", "Wrote 3 episodes\nwarning: One is empty\n"), (run.Out, run.Error));
        Assert.Contains("\"Count\":3", log, StringComparison.Ordinal);
        Assert.Contains("For us", log, StringComparison.Ordinal);
    }

    [Fact]
    public void No_words_bring_the_parser_down() =>
        Gen.OneOf(Gen.String[Gen.Char.AlphaNumeric, 0, 9], Gen.Int[0, Odd.Length - 1].Select(at => Odd[at]))
            .Array[0, 4]
            .Sample(
                words => CommandRun.Of(words).GetAwaiter().GetResult().Code is ExitCode.Done or ExitCode.Usage,
                iter: 300,
                threads: 1);

    private static async Task<CommandRun> Throwing(Exception exception, params string[] options)
    {
        using var home = new TemporaryFolder();
        return await CommandRun.Of([ThrowingVerb(exception)], home.Path, ["fail", .. options]);
    }

    private static Verb ThrowingVerb(Exception exception)
    {
        var verb = new Verb("fail", "Fails.");
        verb.Runs((_, _, _) => throw exception);
        return verb;
    }
}
