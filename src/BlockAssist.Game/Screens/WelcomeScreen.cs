namespace BlockAssist.Game.Screens;

/// <summary>Tells who starts for the first time what is recorded and where it goes.</summary>
internal sealed class WelcomeScreen : TextDialogScreen
{
    private const int Lines = 6;

    private static readonly string[] Paragraphs =
    [
        "You build houses, and an assistant builds along. What you do is recorded on this computer; from that the assistant learns, beside the game, what you like.",
        "Nothing leaves this computer: sharing with others is off until you turn it on, and nobody needs an account.",
    ];

    /// <summary>The screen.</summary>
    public WelcomeScreen()
        : base("Welcome", Paragraphs, Lines, [("Let us build", () => { })], "Recordings are under Replays in the menu.")
    {
    }
}
