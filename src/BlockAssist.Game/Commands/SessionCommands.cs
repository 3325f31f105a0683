using BlockAssist.Game.Sessions;

namespace BlockAssist.Game.Commands;

/// <summary>The commands of a session: whatever they change is done by the session's own rules, and recorded as if done by hand.</summary>
public sealed class SessionCommands
{
    private readonly SortedDictionary<string, SessionCommand> _commands = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them.</summary>
    /// <param name="session">The session.</param>
    /// <param name="setHour">Sets the time of day.</param>
    public SessionCommands(BuildSession session, Action<double> setHour)
    {
        ArgumentNullException.ThrowIfNull(session);
        var help = new SessionCommand("help", "[command]", "Says which commands there are, or how one is written.", Help)
        {
            Words = place => place == 0 ? [.. _commands!.Keys] : [],
        };
        foreach (var command in (SessionCommand[])[help, .. EditCommands.Of(session), .. PlaceCommands.Of(session, setHour), .. AssistantCommands.Of(session)])
        {
            _commands.Add(command.Name, command);
        }
    }

    private string All => string.Join(", ", _commands.Keys.Select(name => $"/{name}"));

    /// <summary>Does what a line says; the slash may be left out.</summary>
    public CommandAnswer Run(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var words = line.TrimStart(' ', '/').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return CommandAnswer.No($"The commands are {All}.");
        }

        if (!_commands.TryGetValue(words[0], out var command))
        {
            return CommandAnswer.No($"There is no /{words[0]}. The commands are {All}.");
        }

        return command.Run(words[1..]) ?? CommandAnswer.No($"It is written {command.Usage}");
    }

    /// <summary>The lines that a line can become by one more word, or by the rest of one.</summary>
    public IReadOnlyList<string> Complete(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var words = line.TrimStart(' ', '/').Split(' ');
        var (before, begun) = (words[..^1], words[^1]);
        var possible = before.Length == 0 ? [.. _commands.Keys]
            : _commands.TryGetValue(before[0], out var command) ? command.Words(before.Length - 1)
            : [];
        return [.. possible.Where(word => word.StartsWith(begun, StringComparison.OrdinalIgnoreCase)).Select(word => $"/{string.Join(' ', [.. before, word])}")];
    }

    /// <summary>How the command of a line is written; null if there is none.</summary>
    public string? UsageOf(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return _commands.TryGetValue(line.TrimStart(' ', '/').Split(' ')[0], out var command) ? $"{command.Usage}   {command.Help}" : null;
    }

    private CommandAnswer? Help(string[] words) => words switch
    {
        [] => CommandAnswer.Done($"The commands are {All}. /help with one of them says more."),
        [var name] when _commands.TryGetValue(name.TrimStart('/'), out var command) => CommandAnswer.Done($"{command.Usage}   {command.Help}"),
        [var name] => CommandAnswer.No($"There is no /{name.TrimStart('/')}. The commands are {All}."),
        _ => null,
    };
}
