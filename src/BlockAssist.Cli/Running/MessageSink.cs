using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;
using Spectre.Console;

namespace BlockAssist.Cli.Running;

/// <summary>Shows log events to a person, in plain sentences.</summary>
/// <remarks>Goes through the console that shows the progress bar, so that a line and the bar do not overwrite each other.</remarks>
internal sealed class MessageSink(IAnsiConsole console) : ILogEventSink
{
    // Words as they are: a sentence within a sentence is not put into quotation marks.
    private static readonly MessageTemplateTextFormatter Sentence = new("{Message:l}", CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public void Emit(LogEvent logEvent)
    {
        var (prefix, colour) = logEvent.Level switch
        {
            LogEventLevel.Fatal or LogEventLevel.Error => ("error: ", Color.Red),
            LogEventLevel.Warning => ("warning: ", Color.Yellow),
            _ => ("", Color.Default),
        };
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Sentence.Format(logEvent, text);
        console.WriteLine(PlainText.Of($"{prefix}{text}"), new Style(colour));
    }
}
