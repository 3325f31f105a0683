namespace BlockAssist.Cli.Running;

/// <summary>How a command ended, as the shell sees it.</summary>
internal enum ExitCode
{
    /// <summary>It did what was asked.</summary>
    Done = 0,

    /// <summary>It failed in a foreseen way and said why, in one line.</summary>
    Failed = 1,

    /// <summary>The command line makes no sense, or what the configuration adds to it.</summary>
    Usage = 2,

    /// <summary>A mistake in the program; the stack trace is in the log file.</summary>
    Bug = 70,

    /// <summary>Stopped by Ctrl+C or a request to terminate.</summary>
    Interrupted = 130,
}
