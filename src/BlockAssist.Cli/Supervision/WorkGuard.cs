using System.Diagnostics;

namespace BlockAssist.Cli.Supervision;

/// <summary>Looks every second at what a process takes, and ends it where that is too much.</summary>
internal sealed class WorkGuard : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly ITimer _timer;

    /// <summary>Begins to look.</summary>
    /// <param name="process">The process.</param>
    /// <param name="use">What it takes.</param>
    /// <param name="mostMemory">How much memory it may take, in bytes.</param>
    /// <param name="clock">What time it is.</param>
    public WorkGuard(Process process, ProcessUse use, long mostMemory, TimeProvider clock)
    {
        _process = process;
        _timer = clock.CreateTimer(
            _ =>
            {
                use.Look();
                if (use.Memory > mostMemory)
                {
                    TookTooMuch = true;
                    Kill();
                }
            },
            null, BetweenLooks / 5, BetweenLooks);
    }

    /// <summary>Whether it was ended for that.</summary>
    public bool TookTooMuch { get; private set; }

    /// <summary>Asks the process to save and to end; who does not is ended.</summary>
    public async Task EndAsync()
    {
        _process.StandardInput.Close();
        using var late = new CancellationTokenSource(LongestEnd);
        try
        {
            await _process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended.
        }
    }
}
