using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace BlockAssist.Cli.Running;

/// <summary>Shows log events to a program, an object a line, in the form that the files have.</summary>
internal sealed class JsonLineSink(TextWriter writer) : ILogEventSink
{
    private static readonly CompactJsonFormatter Form = new();

    private readonly Lock _lock = new();

    /// <inheritdoc />
    public void Emit(LogEvent logEvent)
    {
        lock (_lock)
        {
            Form.Format(logEvent, writer);
            writer.Flush();
        }
    }
}
