namespace BlockAssist.Cli.Running;

/// <summary>A command cannot do what was asked, for a reason its user can understand and often mend.</summary>
/// <remarks>Ends the command with exit code 1 and one line: the message, then the advice.</remarks>
internal sealed class ForeseenException(string message, string? advice = null, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What the user can do about it, as a sentence; null where nothing helps.</summary>
    public string? Advice { get; } = advice;
}
