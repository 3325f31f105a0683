using System.CommandLine.Parsing;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests;

public sealed class HelpTests
{
    public static TheoryData<string> EveryCommand => [.. Walk(Verbs.Root(Verbs.All()), "").Select(found => found.Words)];

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public async Task The_help_is_as_approved(string words)
    {
        var run = await CommandRun.Of([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Empty(run.Error);
        Golden.Matches($"help{words.Replace(' ', '-')}", run.Out);
    }

    [Fact]
    public void Every_verb_shows_an_example() =>
        Assert.Empty(Walk(Verbs.Root(Verbs.All()), "").Where(found => found.Verb.Examples.Count == 0).Select(found => found.Words));

    [Fact]
    public void Every_example_is_a_command_line_that_the_parser_takes()
    {
        var root = Verbs.Root(Verbs.All());

        Assert.All(
            Walk(root, "").SelectMany(found => found.Verb.Examples),
            example => Assert.Empty(root.Parse([.. CommandLineParser.SplitCommandLine(example.CommandLine).Skip(1)]).Errors));
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        var run = await CommandRun.Of("--version");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", run.Out);
    }

    private static IEnumerable<(string Words, Verb Verb)> Walk(Verb verb, string words)
    {
        yield return (words, verb);
        foreach (var found in verb.Subcommands.OfType<Verb>().SelectMany(inner => Walk(inner, $"{words} {inner.Name}")))
        {
            yield return found;
        }
    }
}
