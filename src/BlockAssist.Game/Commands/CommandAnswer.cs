namespace BlockAssist.Game.Commands;

/// <summary>What a command says.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="IsTrouble">Whether it was not done.</param>
public readonly record struct CommandAnswer(string Text, bool IsTrouble)
{
    /// <summary>It was done.</summary>
    internal static CommandAnswer Done(string text) => new(text, false);

    /// <summary>It was not done, and why.</summary>
    internal static CommandAnswer No(string text) => new(text, true);
}
