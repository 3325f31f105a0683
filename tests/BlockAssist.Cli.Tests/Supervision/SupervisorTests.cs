using System.Diagnostics;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Supervision;
using Serilog.Core;

namespace BlockAssist.Cli.Tests.Supervision;

/// <summary>Work beside is tried again when it dies, bounded in memory, and asked to save before it is ended.</summary>
public sealed class SupervisorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public SupervisorTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "written for a Unix shell");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_done_is_told_with_what_it_took()
    {
        var outcome = await Do("echo told; echo noise >&2; sleep 1");

        Assert.Equal(("told\n", null, 1), (outcome.Output, outcome.Trouble, outcome.Attempts));
        Assert.True(outcome.Memory > 0);
    }

    [Fact]
    public async Task What_is_over_before_its_priority_could_be_set_is_told_all_the_same()
    {
        for (var time = 0; time < 30; time++)
        {
            Assert.Equal(("told\n", 1), (await Do("echo told")) is var outcome ? (outcome.Output, outcome.Attempts) : default);
        }
    }

    [Fact]
    public async Task What_dies_is_tried_again_and_told_how_often()
    {
        var outcome = await Do($"echo x >> {Mark}; [ $(wc -l < {Mark}) -ge 3 ] && echo done || kill -9 $$");

        Assert.Equal(("done\n", 3), (outcome.Output, outcome.Attempts));
    }

    [Fact]
    public async Task What_never_works_is_given_up_with_its_last_word()
    {
        var outcome = await Do("echo first >&2; echo the disk is full >&2; exit 1");

        Assert.Equal((null, "the disk is full", 3), (outcome.Output, outcome.Trouble, outcome.Attempts));
    }

    [Fact]
    public async Task What_makes_no_sense_is_not_tried_again()
    {
        var outcome = await Do("echo what >&2; exit 2");

        Assert.Equal(("what", 1), (outcome.Trouble, outcome.Attempts));
    }

    [Fact]
    public async Task What_takes_too_much_memory_is_ended()
    {
        var outcome = await Do("exec tail /dev/zero", work => work with { MostMemory = 64 << 20, Attempts = 1 });

        Assert.Equal("it took more than 64 MiB", outcome.Trouble);
        Assert.True(outcome.Memory > 64 << 20);
    }

    [Fact]
    public async Task What_is_cancelled_is_asked_to_save_first()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var doing = Do($"touch {Mark}; cat > /dev/null; echo saved > {Mark}; exit 130", cancellation: end.Token);
        await Eventually.IsSoAsync(() => File.Exists(Mark));

        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => doing);
        Assert.Equal("saved\n", await File.ReadAllTextAsync(Mark, Cancellation));
    }

    [Fact]
    public async Task It_gives_way_to_everything_else()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "read from /proc");

        var beside = await Do("cut -d' ' -f41 /proc/$$/stat; cut -d' ' -f41 /proc/self/stat");
        var alone = await Do("cut -d' ' -f41 /proc/$$/stat", givesWay: false);
        var own = await File.ReadAllTextAsync("/proc/thread-self/stat", Cancellation);

        Assert.Equal("5\n5\n", beside.Output);
        Assert.Equal("0\n", alone.Output);
        Assert.Equal("0", own.Split(' ')[^12]);
    }

    [Fact]
    public async Task What_cannot_be_started_is_told()
    {
        var work = new BackgroundWork("nothing", [], new NodeHome(_folder.Path)) { Attempts = 1 };
        var supervisor = new Supervisor(Logger.None, TimeProvider.System) { Start = (_, _) => new ProcessStartInfo("no-such-program") { RedirectStandardOutput = true, RedirectStandardError = true } };

        var outcome = await supervisor.DoAsync(work, Cancellation);

        Assert.Null(outcome.Output);
        Assert.Contains("no-such-program", outcome.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_started_to_work_beside_ends_with_its_starter_and_nobody_else_does()
    {
        var (ended, alone) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        using var starter = new System.IO.Pipes.AnonymousPipeServerStream();
        using var input = new System.IO.Pipes.AnonymousPipeClientStream(starter.GetClientHandleAsString());
        EndWithStarter.Watch(_ => null, Stream.Null, alone.Set, _ => { });
        EndWithStarter.Watch(name => name == EndWithStarter.Variable ? "1" : null, input, ended.Set, _ => { });

        Assert.False(ended.Wait(TimeSpan.FromMilliseconds(200), Cancellation));
        starter.Dispose();

        Assert.True(ended.Wait(TimeSpan.FromMinutes(1), Cancellation));
        Assert.False(alone.IsSet);
    }

    private string Mark => _folder.File("mark");

    private Task<WorkOutcome> Do(string script, Func<BackgroundWork, BackgroundWork>? change = null, CancellationToken? cancellation = null, bool givesWay = true)
    {
        var work = new BackgroundWork("a script", [], new NodeHome(_folder.Path)) { Attempts = 3, FirstPause = TimeSpan.FromMilliseconds(20) };
        var supervisor = new Supervisor(Logger.None, TimeProvider.System)
        {
            GivesWay = givesWay,
            Start = (_, _) => new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        return supervisor.DoAsync(change?.Invoke(work) ?? work, cancellation ?? Cancellation);
    }
}
