using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlockAssist.Cli.Tests;

/// <summary>What people read of something.</summary>
internal static class Rendered
{
    /// <summary>Draws it as on a wide terminal without colours.</summary>
    public static string Text(IRenderable content)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 200;
        console.Write(content);
        return writer.ToString();
    }
}
