namespace BlockAssist.Game.Screens;

/// <summary>Asks once whether what the player contributes is recorded. Who goes back has not answered, and is asked another time.</summary>
internal sealed class ConsentScreen : TextDialogScreen
{
    private const int Lines = 7;

    private static readonly string[] Paragraphs =
    [
        "What you build teaches the assistant. That can be put down as yours: a record of who contributed what, which nobody can change later.",
        "Written down are a fingerprint of each session and your account, never what you built. The account is made for you, and it costs nothing.",
    ];

    /// <summary>The question.</summary>
    /// <param name="decide">What to do with the answer.</param>
    public ConsentScreen(Action<bool> decide)
        : base("Yours, on record?", Paragraphs, Lines, [("Record what I contribute", () => decide(true)), ("Do not record", () => decide(false))], "Esc: ask me another time. The settings change it.")
    {
    }
}
