namespace BlockAssist.Cli.Running;

/// <summary>What the process gives to a command: streams, environment and clock. The only place that asks for them.</summary>
internal sealed record Surroundings
{
    /// <summary>Where results go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where everything else goes.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Reads an environment variable; null where it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The names of all environment variables that are set.</summary>
    public Func<IReadOnlyList<string>> Variables { get; init; } = () => [];

    /// <summary>Where a command reads what it is not told by its words.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Asks somebody for a secret, which is not shown while it is typed; null where nobody is there.</summary>
    public Func<string, CancellationToken, string>? AskSecret { get; init; }

    /// <summary>What time it is.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether somebody reads <see cref="Out"/> on a screen.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether somebody reads <see cref="Error"/> on a screen.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns that a table may fill.</summary>
    public int Width { get; init; } = 120;

    /// <summary>Those of this process.</summary>
    public static Surroundings OfProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        In = Console.In,
        AskSecret = Console.IsInputRedirected || Console.IsErrorRedirected ? null : SecretPrompt.Ask,
        Variable = Environment.GetEnvironmentVariable,
        Variables = () => [.. Environment.GetEnvironmentVariables().Keys.Cast<string>()],
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = Console.IsOutputRedirected ? 120 : ColumnsOfWindow(),
    };

    // A terminal without a size (a serial line, some CI systems) says 0.
    private static int ColumnsOfWindow() => Console.WindowWidth is > 20 and var columns ? columns : 80;
}
