using Spectre.Console;

namespace BlockAssist.Cli.Running;

/// <summary>The two consoles of a command: plain text where nobody looks, colours and live bars on a screen.</summary>
internal static class Consoles
{
    /// <summary>Columns where nobody looks: lines for a file or another program are not folded.</summary>
    public const int Unfolded = 10_000;

    /// <summary>The console for results.</summary>
    public static IAnsiConsole Results(Surroundings surroundings) =>
        Create(surroundings.Out, surroundings.OutIsTerminal, surroundings.Width);

    /// <summary>The console for messages, progress and logs.</summary>
    public static IAnsiConsole Messages(Surroundings surroundings) =>
        Create(surroundings.Error, surroundings.ErrorIsTerminal, surroundings.ErrorIsTerminal ? surroundings.Width : Unfolded);

    private static IAnsiConsole Create(TextWriter writer, bool terminal, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Yes : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
