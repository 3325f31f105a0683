using System.CommandLine;

namespace BlockAssist.Cli.Running;

/// <summary>A command line that makes no sense: says what is wrong with it, what was probably meant, and where the help is.</summary>
internal static class UsageMistake
{
    // Further away, a suggestion confuses more than it helps.
    private const int MostEdits = 3;

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

    private static string OneLine(string message) =>
        string.Join(' ', message.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    private static string Names(Command command) => string.Join(", ", command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name));

    private static string? Suggestion(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is not [var word, ..])
        {
            return null;
        }

        return Known(parsed.CommandResult.Command)
            .Select(name => (Name: name, Edits: EditsBetween(word, name)))
            .Where(candidate => candidate.Edits <= MostEdits && candidate.Edits < candidate.Name.Length)
            .OrderBy(candidate => candidate.Edits)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    private static IEnumerable<string> Known(Command command) =>
        command.Subcommands.Select(verb => verb.Name)
            .Concat(command.Options.Select(option => option.Name))
            .Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive).Select(option => option.Name));

    private static string FullName(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{FullName(parent)} {command.Name}" : command.Name;

    // Levenshtein's distance, one row at a time.
    private static int EditsBetween(string word, string name)
    {
        var row = Enumerable.Range(0, name.Length + 1).ToArray();
        for (var i = 1; i <= word.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= name.Length; j++)
            {
                var change = diagonal + (word[i - 1] == name[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
