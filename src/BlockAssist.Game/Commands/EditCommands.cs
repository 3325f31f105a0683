using BlockAssist.Game.Play;
using BlockAssist.Game.Sessions;

namespace BlockAssist.Game.Commands;

/// <summary>Commands that build.</summary>
internal static class EditCommands
{
    private const int CornerWords = 6;

    /// <summary>All of them.</summary>
    public static IEnumerable<SessionCommand> Of(BuildSession session) =>
    [
        new("undo", "[how often]", "Takes your last edits back.", words => Repeat(words, session.Undo, "taken back")),
        new("redo", "[how often]", "Does again what was taken back.", words => Repeat(words, session.Redo, "done again")),
        new("fill", "x1 y1 z1 x2 y2 z2 block", "Makes a box of the site one block, cell by cell; air breaks.", words => Fill(session, words))
        {
            Words = place => place == CornerWords ? Words.Blocks : [],
        },
        new("replace", "x1 y1 z1 x2 y2 z2 from to", "In a box of the site, makes all of one block another.", words => Replace(session, words))
        {
            Words = place => place is CornerWords or CornerWords + 1 ? Words.Blocks : [],
        },
    ];

    private static CommandAnswer? Repeat(string[] words, Func<Rejection?> edit, string done)
    {
        if (Words.Times(words) is not { } times)
        {
            return null;
        }

        for (var count = 0; count < times; count++)
        {
            if (edit() is { } rejection)
            {
                var reason = RejectionText.Of(rejection) ?? $"{rejection}";
                return new CommandAnswer(count == 0 ? reason : $"{Edits(count)} {done}. {reason}", count == 0);
            }
        }

        return CommandAnswer.Done($"{Edits(times)} {done}.");
    }

    private static string Edits(int count) => count == 1 ? "1 edit was" : $"{count} edits were";

    private static CommandAnswer? Fill(BuildSession session, string[] words) =>
        words.Length == CornerWords + 1 && Box(session, words) is { } box && Words.BlockOf(words[^1]) is { } block ? box.Run(block, only: null) : null;

    private static CommandAnswer? Replace(BuildSession session, string[] words) =>
        words.Length == CornerWords + 2 && Box(session, words) is { } box && Words.BlockOf(words[^2]) is { } from && Words.BlockOf(words[^1]) is { } to
            ? box.Run(to, from)
            : null;

    private static BoxEdit? Box(BuildSession session, string[] words) =>
        Words.Cell(words.AsSpan(0, 3)) is { } one && Words.Cell(words.AsSpan(3, 3)) is { } other ? new BoxEdit(session, one, other) : null;
}
