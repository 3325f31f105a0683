using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace BlockAssist.Cli.Running;

/// <summary><c>--version</c>: that of this program, whoever runs it.</summary>
internal sealed class ProgramVersion : SynchronousCommandLineAction
{
    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <summary>The version, with the commit it was built from where that is known.</summary>
    public static string Text =>
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The option that shows the version.</summary>
    public static Option<bool> Option() => new("--version") { Description = "Show the version.", Action = new ProgramVersion() };

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(Text);
        return (int)ExitCode.Done;
    }
}
