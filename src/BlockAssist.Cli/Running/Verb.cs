using System.CommandLine;

namespace BlockAssist.Cli.Running;

/// <summary>Something <c>blockassist</c> can do: its options, its examples and its work.</summary>
/// <remarks>
/// A verb says what it does with <see cref="Runs"/> or <see cref="RunsAsync"/>; one that says nothing is the group of the
/// verbs added to it. What it throws is turned into an exit code by <see cref="CommandRunner"/>.
/// </remarks>
internal sealed class Verb(string name, string description, params Example[] examples) : Command(name, description)
{
    /// <summary>What its help shows at the end.</summary>
    public IReadOnlyList<Example> Examples { get; } = examples;

    /// <summary>The work; null in a group.</summary>
    public Func<ParseResult, CommandContext, CancellationToken, Task<ExitCode>>? Work { get; private set; }

    /// <summary>Whether its options may come from the environment and the configuration file, too.</summary>
    public bool HasSettings { get; private set; }

    /// <summary>Adds options.</summary>
    public void Takes(IEnumerable<Option> options)
    {
        foreach (var option in options)
        {
            Add(option);
        }
    }

    /// <summary>Makes it one that runs for long: its options may come from the environment and the configuration file, too, and it has those of the log.</summary>
    public void TakesSettings()
    {
        HasSettings = true;
        Takes(LogOptions.Create());
    }

    /// <summary>Gives the verb work that computes: it runs on a thread of its own and asks the token now and then.</summary>
    public void Runs(Func<ParseResult, CommandContext, CancellationToken, ExitCode> work) =>
        Work = (parsed, context, cancellation) => Task.Run(() => work(parsed, context, cancellation), cancellation);

    /// <summary>Gives the verb work that waits.</summary>
    public void RunsAsync(Func<ParseResult, CommandContext, CancellationToken, Task<ExitCode>> work) => Work = work;
}
