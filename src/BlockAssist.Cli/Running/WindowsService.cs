using System.Runtime.Versioning;
using System.ServiceProcess;
using BlockAssist.Cli.Configuring;

namespace BlockAssist.Cli.Running;

/// <summary>This program as a service of Windows: it answers the service manager, and stops when that says so.</summary>
/// <param name="work">What it does until it is told to stop.</param>
[SupportedOSPlatform("windows")]
internal sealed class WindowsService(Func<CancellationToken, Task<ExitCode>> work) : ServiceBase
{
    private const string Variable = KnownVariables.WindowsService;

    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _end = new();
    private Task? _running;
    private volatile bool _isOver;

    /// <summary>Whether the service manager has started this process, as the environment of the service says.</summary>
    [SupportedOSPlatformGuard("windows")]
    public static bool IsAskedFor => OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>Works as a service until that is stopped, or has nothing more to do.</summary>
    /// <returns>How it ended.</returns>
    public int RunToEnd()
    {
        // Programs that this one starts are no services.
        Environment.SetEnvironmentVariable(Variable, null);
        Run(this);
        return ExitCode;
    }

    /// <inheritdoc/>
    protected override void OnStart(string[] args) => _running = Task.Run(WorkAsync);

    /// <inheritdoc/>
    protected override void OnStop()
    {
        if (!_isOver)
        {
            RequestAdditionalTime(LongestEnd);
            _end.Cancel();
            _running?.Wait(LongestEnd);
        }
    }

    /// <inheritdoc/>
    protected override void OnShutdown() => OnStop();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _end.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task WorkAsync()
    {
        ExitCode = (int)await work(_end.Token);
        _isOver = true;
        if (!_end.IsCancellationRequested)
        {
            Stop();
        }
    }
}
