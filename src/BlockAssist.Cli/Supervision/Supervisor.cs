using System.ComponentModel;
using System.Diagnostics;
using BlockAssist.Cli.Running;
using Serilog;

namespace BlockAssist.Cli.Supervision;

/// <summary>Does work beside whatever else this process does: out of its way, within its memory, again after a pause if it fails, and never longer than this process lives.</summary>
/// <param name="log">Is told of what fails.</param>
/// <param name="clock">What time it is.</param>
internal sealed class Supervisor(ILogger log, TimeProvider clock)
{
    /// <summary>Whether what it does gives way to all else on the machine: where somebody plays meanwhile.</summary>
    public bool GivesWay { get; init; } = true;

    /// <summary>How to start this program once more.</summary>
    public Func<IReadOnlyList<string>, IReadOnlyDictionary<string, string>, ProcessStartInfo> Start { get; init; } = OwnProcess.Start;

    /// <summary>Does it.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; the process was asked to save, and has ended.</exception>
    public async Task<WorkOutcome> DoAsync(BackgroundWork work, CancellationToken cancellation)
    {
        var (memory, processor) = (0L, TimeSpan.Zero);
        for (var (attempt, pause) = (1, work.FirstPause); ; attempt++, pause *= 2)
        {
            var tried = await TryAsync(work, cancellation);
            (memory, processor) = (Math.Max(memory, tried.Memory), processor + tried.Processor);
            if (tried.Trouble is null || attempt >= work.Attempts || !tried.IsWorthAnother)
            {
                return new WorkOutcome(tried.Output, tried.Trouble, attempt, memory, processor);
            }

            log.Warning("{Work} ended: {Trouble}. Again in {Pause}", work.Name, tried.Trouble, pause);
            await Task.Delay(pause, clock, cancellation);
        }
    }

    private async Task<Attempt> TryAsync(BackgroundWork work, CancellationToken cancellation)
    {
        var start = Start([.. work.Words, "--json"], new Dictionary<string, string> { ["BLOCKASSIST_HOME"] = work.Home.Path, [EndWithStarter.Variable] = "1" });
        start.RedirectStandardInput = true;
        using var process = TryStart(start, out var trouble);
        if (process is null)
        {
            return new Attempt(null, trouble);
        }

        var (output, error, use) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None), new ProcessUse(process));
        using var guard = new WorkGuard(process, use, work.MostMemory, clock);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            await guard.EndAsync();
            throw;
        }

        var (code, told) = (process.ExitCode, await output);
        var said = guard.TookTooMuch ? $"it took more than {work.MostMemory >> 20} MiB" : OwnProcess.LastLine(await error) is { Length: > 0 } line ? line : $"it ended with {code}";
        return code == (int)ExitCode.Done
            ? new Attempt(told, null) { Memory = use.Memory, Processor = use.Processor }
            : new Attempt(null, said) { Memory = use.Memory, Processor = use.Processor, IsWorthAnother = code != (int)ExitCode.Usage };
    }

    private Process? TryStart(ProcessStartInfo start, out string? trouble)
    {
        trouble = null;
        try
        {
            return GivesWay ? GivingWay.Start(start) : Process.Start(start);
        }
        catch (Win32Exception error)
        {
            trouble = error.Message;
            return null;
        }
    }

    private sealed record Attempt(string? Output, string? Trouble)
    {
        public long Memory { get; init; }

        public TimeSpan Processor { get; init; }

        public bool IsWorthAnother { get; init; }
    }
}
