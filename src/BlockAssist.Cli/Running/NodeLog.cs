using System.Text;
using BlockAssist.Simulation.Files;
using Serilog;
using Serilog.Core;
using Serilog.Formatting.Compact;
using Serilog.Sinks.File;

namespace BlockAssist.Cli.Running;

/// <summary>The log of a command: sentences for people on the console, compact JSON for machines in the node's home.</summary>
/// <remarks>
/// The file is opened by the first event; a home that cannot be written leaves the console. A file is begun each day and when one is full, and the oldest
/// goes, so that all of them stay within what they may have, but for the last line of each.
/// </remarks>
internal sealed class NodeLog : IDisposable
{
    private const int MostFiles = 14;

    // So many programs at once in a home; one more has no file.
    private const int MostWriters = 4;

    private readonly OpenedFile _file = new();
    private readonly Logger _logger;
    private readonly IDisposable? _held;

    /// <summary>Starts the log.</summary>
    /// <param name="home">Where the files are.</param>
    /// <param name="messages">Where people, or who collects the lines of services, read it.</param>
    /// <param name="options">How much of it there is.</param>
    public NodeLog(NodeHome home, ILogEventSink messages, LogOptions options)
    {
        var configuration = new LoggerConfiguration().MinimumLevel.Debug().WriteTo.Sink(messages, options.Level);
        (_held, var name) = TakeName(home);
        if (name is not null)
        {
            configuration.WriteTo.File(
                new CompactJsonFormatter(),
                Path.Combine(home.Logs, name),
                fileSizeLimitBytes: options.MostBytes / MostFiles,
                rollOnFileSizeLimit: true,
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: MostFiles,
                hooks: _file);
        }

        _logger = configuration.CreateLogger();
    }

    /// <summary>Takes what happens.</summary>
    public ILogger Logger => _logger;

    /// <summary>The file written to; null as long as there is none.</summary>
    public string? FilePath => _file.Path;

    /// <inheritdoc />
    /// <remarks>The log never decides how a command ends: a full disk costs the last lines, no more.</remarks>
    public void Dispose()
    {
        try
        {
            _logger.Dispose();
        }
        catch (IOException)
        {
        }

        _held?.Dispose();
    }

    // Two programs that wrote to one file would write over each other's lines.
    private static (IDisposable? Held, string? Name) TakeName(NodeHome home)
    {
        try
        {
            for (var number = 0; number < MostWriters; number++)
            {
                if (HeldFile.TryTake(Path.Combine(home.Logs, "held", $"{number}")) is { } held)
                {
                    return (held, number == 0 ? "blockassist-.jsonl" : $"blockassist-{number}-.jsonl");
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }

        return (null, null);
    }

    private sealed class OpenedFile : FileLifecycleHooks
    {
        public string? Path { get; private set; }

        public override Stream OnFileOpened(string path, Stream underlyingStream, Encoding encoding)
        {
            Path = path;
            return underlyingStream;
        }
    }
}
