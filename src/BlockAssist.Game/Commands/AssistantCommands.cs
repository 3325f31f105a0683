using System.Globalization;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Settings;

namespace BlockAssist.Game.Commands;

/// <summary>Commands to the assistant.</summary>
internal static class AssistantCommands
{
    /// <summary>All of them.</summary>
    public static IEnumerable<SessionCommand> Of(BuildSession session) =>
    [
        new("assistant", "pause|resume|undo n|speed n", "Lets the assistant rest or go on, takes its last blocks away, sets its actions a second.", words => Direct(session, words))
        {
            Words = place => place == 0 ? ["pause", "resume", "undo", "speed"] : [],
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
            default:
                return null;
        }
    }
}
