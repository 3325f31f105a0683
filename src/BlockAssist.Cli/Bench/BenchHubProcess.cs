using System.Diagnostics;
using BlockAssist.Cli.Running;
using BlockAssist.Net.Links;

namespace BlockAssist.Cli.Bench;

/// <summary>A hub to be measured, in a process of its own, so that its memory is its own; it ends when its standard input does.</summary>
internal sealed class BenchHubProcess : IDisposable
{
    private readonly Process _process;

    private BenchHubProcess(Process process, SwarmAddress address) => (_process, Address) = (process, address);

    /// <summary>Where the hub is, and who.</summary>
    public SwarmAddress Address { get; }

    /// <summary>How much memory it has now, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts one.</summary>
    /// <param name="words">The verb that is the hub.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ForeseenException">It does not come up.</exception>
    public static async Task<BenchHubProcess> StartAsync(IReadOnlyList<string> words, CancellationToken cancellation)
    {
        var start = OwnProcess.Start(words, new Dictionary<string, string>());
        (start.RedirectStandardInput, start.RedirectStandardError) = (true, false);
        var process = Process.Start(start)!;
        if (SwarmAddress.TryParse(await process.StandardOutput.ReadLineAsync(cancellation), out var address))
        {
            return new BenchHubProcess(process, address);
        }

        process.Dispose();
        throw new ForeseenException("The hub that was to be measured has not come up", "See what it said above.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
