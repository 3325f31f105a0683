using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Spectre.Console;

namespace BlockAssist.Cli.Running;

/// <summary>Shows log events to a person, in plain sentences.</summary>
/// <remarks>Goes through the console that shows the progress bar, so that a line and the bar do not overwrite each other.</remarks>
internal sealed class MessageSink(IAnsiConsole console) : ILogEventSink
{
    /// <inheritdoc />
    public void Emit(LogEvent logEvent)
    {
        var (prefix, colour) = logEvent.Level switch
        {
            LogEventLevel.Fatal or LogEventLevel.Error => ("error: ", Color.Red),
            LogEventLevel.Warning => ("warning: ", Color.Yellow),
            _ => ("", Color.Default),
        };
        console.WriteLine(prefix + logEvent.RenderMessage(CultureInfo.InvariantCulture), new Style(colour));
    }
}
