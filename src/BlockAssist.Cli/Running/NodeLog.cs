using System.Text;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;
using Serilog.Sinks.File;
using Spectre.Console;

namespace BlockAssist.Cli.Running;

/// <summary>The log of a command: sentences for people on the console, compact JSON for machines in the node's home.</summary>
/// <remarks>The file is opened by the first event; a home that cannot be written leaves the console.</remarks>
internal sealed class NodeLog : IDisposable
{
    private const long MostBytesAFile = 16 << 20;
    private const int MostFiles = 14;

    private readonly OpenedFile _file = new();
    private readonly Logger _logger;

    /// <summary>Starts the log.</summary>
    public NodeLog(NodeHome home, IAnsiConsole console) =>
        _logger = new LoggerConfiguration()
            .MinimumLevel.Debug()
            .WriteTo.Sink(new MessageSink(console), LogEventLevel.Information)
            .WriteTo.File(
                new CompactJsonFormatter(),
                Path.Combine(home.Logs, "blockassist-.jsonl"),
                fileSizeLimitBytes: MostBytesAFile,
                rollOnFileSizeLimit: true,
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: MostFiles,
                hooks: _file)
            .CreateLogger();

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
