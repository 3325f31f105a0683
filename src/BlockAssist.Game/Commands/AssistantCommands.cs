using System.Globalization;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Settings;

namespace BlockAssist.Game.Commands;

/// <summary>Commands to the assistant.</summary>
internal static class AssistantCommands
{
    private static readonly string[] Boldnesses = ["cautious", "balanced", "bold"];

    private static CommandAnswer SeesAll => CommandAnswer.No("This assistant sees the blueprint: it is sure of everything, and has nothing to suggest.");

    /// <summary>All of them.</summary>
    public static IEnumerable<SessionCommand> Of(BuildSession session) =>
    [
        new("assistant", "pause|resume|undo n|speed n|sure how|suggest on|off|n", "Lets the assistant rest or go on, takes its last blocks away, sets its actions a second, how sure it must be, whether it only suggests.", words => Direct(session, words))
        {
            Words = place => place switch
            {
                0 => ["pause", "resume", "undo", "speed", "sure", "suggest"],
                1 => [.. Boldnesses, "on", "off"],
                _ => [],
            },
        },
    ];

    private static CommandAnswer? Direct(BuildSession session, string[] words)
    {
        if (session.Assistant is not { } seat)
        {
            return CommandAnswer.No("Nobody helps in this session.");
        }

        switch (words)
        {
            case ["pause"] or ["resume"]:
                seat.IsPaused = words[0] == "pause";
                return CommandAnswer.Done(seat.IsPaused ? "The assistant rests." : "The assistant goes on.");
            case ["undo", .. var rest] when Words.Times(rest) is { } times:
                var done = session.RejectLast(times);
                return new CommandAnswer(done == 1 ? "1 of its edits was taken back." : $"{done} of its edits were taken back.", done == 0);
            case ["speed", var word] when Words.Number(word) is > 0 and var speed:
                seat.ActionMilliseconds = (int)Math.Clamp(1000 / speed, AssistantSeat.Fastest, AssistantSettings.Slowest);
                return CommandAnswer.Done(string.Create(CultureInfo.InvariantCulture, $"It acts {1000.0 / seat.ActionMilliseconds:0.##} times a second."));
            case ["sure", var word] when Array.IndexOf(Boldnesses, word.ToLowerInvariant()) is >= 0 and var boldness:
                return BeSure(seat, Enum.Parse<Helpfulness>(Boldnesses[boldness], ignoreCase: true));
            case ["suggest", var word]:
                return Suggest(seat, word.ToLowerInvariant());
            default:
                return null;
        }
    }

    private static CommandAnswer BeSure(AssistantSeat seat, Helpfulness helpfulness)
    {
        seat.Sureness = AssistantSettings.SurenessOf(helpfulness);
        return seat.Belief is null ? SeesAll : CommandAnswer.Done(string.Create(CultureInfo.InvariantCulture, $"It does what it is sure of to {100 * seat.Sureness:0} %."));
    }

    private static CommandAnswer? Suggest(AssistantSeat seat, string word)
    {
        var count = word is "on" or "off" ? seat.SuggestionCount : Words.Whole(word) ?? 0;
        if (count is < 1 or > Suggestions.MostCount)
        {
            return null;
        }

        if (seat.Belief is null)
        {
            return SeesAll;
        }

        (seat.Suggests, seat.SuggestionCount) = (word != "off", count);
        return CommandAnswer.Done(!seat.Suggests ? "It builds by itself." : count == 1 ? "It suggests one block at a time." : $"It suggests {count} blocks at a time.");
    }
}
