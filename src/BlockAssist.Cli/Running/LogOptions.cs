using System.CommandLine;
using Serilog.Events;

namespace BlockAssist.Cli.Running;

/// <summary>How much of its log a command shows and keeps.</summary>
/// <param name="Level">From which level on it is shown on standard error; the files have all.</param>
/// <param name="IsJson">Whether it is shown as the files have it, an object a line, instead of in sentences.</param>
/// <param name="MostBytes">How many bytes of files there may be.</param>
internal sealed record LogOptions(LogEventLevel Level, bool IsJson, long MostBytes)
{
    private const string LevelName = "--log-level";
    private const string FormatName = "--log-format";
    private const string MebibytesName = "--log-mib";
    private const string Text = "text";
    private const string Json = "json";
    private const int UsualMebibytes = 224;

    /// <summary>Those of a command that has no options for it.</summary>
    public static LogOptions Usual { get; } = new(LogEventLevel.Information, IsJson: false, (long)UsualMebibytes << 20);

    /// <summary>The options of a verb that runs for long.</summary>
    public static IEnumerable<Option> Create()
    {
        var level = new Option<string>(LevelName) { Description = "How much is said on standard error; the files in logs/ have all.", DefaultValueFactory = _ => "information" };
        level.AcceptOnlyFromAmong("debug", "information", "warning", "error");
        var format = new Option<string>(FormatName) { Description = "How it is said: in sentences, or as the files have it, an object a line.", DefaultValueFactory = _ => Text };
        format.AcceptOnlyFromAmong(Text, Json);
        return [level, format, Ranged.Option(MebibytesName, "How many MiB of logs are kept; the oldest go first.", UsualMebibytes, (14, 1 << 20))];
    }

    /// <summary>What a command line says.</summary>
    public static LogOptions Of(ParseResult parsed) => parsed.CommandResult.Command is Verb { HasSettings: true }
        ? new LogOptions(
            Enum.Parse<LogEventLevel>(parsed.GetRequiredValue<string>(LevelName), ignoreCase: true),
            parsed.GetRequiredValue<string>(FormatName) == Json,
            (long)parsed.GetRequiredValue<int>(MebibytesName) << 20)
        : Usual;
}
