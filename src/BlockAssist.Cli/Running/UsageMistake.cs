using System.CommandLine;

namespace BlockAssist.Cli.Running;

/// <summary>A command line that makes no sense: says what is wrong with it, what was probably meant, and where the help is.</summary>
internal static class UsageMistake
{
    /// <summary>Reports the mistake.</summary>
    public static ExitCode Report(ParseResult parsed, Output output)
    {
        var command = parsed.CommandResult.Command;
        var suggestion = Suggestion(parsed) is { } meant ? $"Did you mean {meant}? " : "";
        output.Failed(new Failure(What(parsed, command), $"{suggestion}See: {FullName(command)} --help"));
        return ExitCode.Usage;
    }

    private static string What(ParseResult parsed, Command command) => (parsed.UnmatchedTokens, command) switch
    {
        ([var word, ..], { Subcommands.Count: > 0 }) => $"There is no command '{word}'",
        ([var word, ..], _) => $"{command.Name} does not understand '{word}'",
        ([], Verb { Work: null }) => $"Name one of: {Names(command)}",
        _ => OneLine(parsed.Errors[0].Message),
    };

    /// <summary>What the parser says, without an end.</summary>
    public static string OneLine(string message) =>
        string.Join(' ', message.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    private static string Names(Command command) => string.Join(", ", command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name));

    private static string? Suggestion(ParseResult parsed) =>
        parsed.UnmatchedTokens is [var word, ..] ? Spelling.Nearest(word, Known(parsed.CommandResult.Command)) : null;

    private static IEnumerable<string> Known(Command command) =>
        command.Subcommands.Select(verb => verb.Name)
            .Concat(command.Options.Select(option => option.Name))
            .Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive).Select(option => option.Name));

    private static string FullName(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{FullName(parent)} {command.Name}" : command.Name;
}
