using System.Text.Json;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests;

/// <summary>A command line that was run in this process, and what came of it.</summary>
internal sealed record CommandRun(ExitCode Code, string Out, string Error)
{
    /// <summary>Standard output, which must be one JSON object on one line.</summary>
    public JsonElement Json
    {
        get
        {
            Assert.Single(Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            using var document = JsonDocument.Parse(Out);
            return document.RootElement.Clone();
        }
    }

    /// <summary>Runs words as the program would, in a home of its own.</summary>
    public static async Task<CommandRun> Of(params string[] args)
    {
        using var folder = new TemporaryFolder();
        return await Of(Verbs.All(), folder.Path, args);
    }

    /// <summary>Runs words against other verbs, or in a home that is looked at afterwards.</summary>
    public static async Task<CommandRun> Of(IEnumerable<Verb> verbs, string home, string[] args, CancellationToken? cancellation = null) =>
        await Of(verbs, home, args, surroundings => surroundings, cancellation);

    /// <summary>Runs words in a home that is looked at afterwards, where something about the process is special.</summary>
    public static async Task<CommandRun> Of(
        IEnumerable<Verb> verbs, string home, string[] args, Func<Surroundings, Surroundings> change, CancellationToken? cancellation = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = change(new Surroundings
        {
            Out = output,
            Error = error,
            Variable = name => name == "BLOCKASSIST_HOME" ? home : null,
        });

        var code = await new CommandRunner(Verbs.Root(verbs), surroundings).RunAsync(args, cancellation ?? TestContext.Current.CancellationToken);
        return new CommandRun(code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
