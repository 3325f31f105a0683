using System.Diagnostics;

namespace BlockAssist.Cli.Supervision;

/// <summary>What a process has taken so far, as far as was looked.</summary>
/// <param name="process">The process.</param>
internal sealed class ProcessUse(Process process)
{
    /// <summary>Memory at most, in bytes.</summary>
    public long Memory { get; private set; }

    /// <summary>How long a core computed for it.</summary>
    public TimeSpan Processor { get; private set; }

    /// <summary>Looks; does nothing once the process has ended.</summary>
    public void Look()
    {
        try
        {
            process.Refresh();
            (Memory, Processor) = (Math.Max(Memory, process.WorkingSet64), process.TotalProcessorTime);
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }
}
