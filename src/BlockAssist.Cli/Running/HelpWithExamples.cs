using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace BlockAssist.Cli.Running;

/// <summary><c>--help</c>: the usual help of a command, and its examples after it.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    // The same text on every machine, so that a test can hold it.
    private const int Columns = 100;

    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <summary>The option that shows the help.</summary>
    public static HelpOption Option() => new() { Description = "Show this help.", Action = new HelpWithExamples() };

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        new HelpAction { MaxWidth = Columns }.Invoke(parseResult);
        if (parseResult.CommandResult.Command is Verb { HasSettings: true })
        {
            parseResult.InvocationConfiguration.Output.WriteLine("Each option can also be set in blockassist.json of the node's home, or by the environment: blockassist config show.");
            parseResult.InvocationConfiguration.Output.WriteLine();
        }

        if (parseResult.CommandResult.Command is Verb { Examples: { Count: > 0 } examples })
        {
            Write(examples, parseResult.InvocationConfiguration.Output);
        }

        return (int)ExitCode.Done;
    }

    private static void Write(IReadOnlyList<Example> examples, TextWriter output)
    {
        output.WriteLine("Examples:");
        var column = examples.Max(example => example.CommandLine.Length);
        foreach (var example in examples)
        {
            output.WriteLine($"  {example.CommandLine.PadRight(column)}  {example.Meaning}");
        }
    }
}
