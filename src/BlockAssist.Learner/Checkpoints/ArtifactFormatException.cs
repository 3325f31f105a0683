namespace BlockAssist.Learner.Checkpoints;

/// <summary>A file or message of the learner is not what it should be; the message is one line: where, what was found, what was expected.</summary>
public sealed class ArtifactFormatException : Exception
{
    /// <summary>An error without particulars.</summary>
    public ArtifactFormatException()
        : base("not an artifact of the learner")
    {
    }

    /// <summary>An error with a message.</summary>
    public ArtifactFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public ArtifactFormatException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>What the user can do about it, as a sentence; null where nothing is known to help.</summary>
    public string? Advice { get; init; }

    internal ArtifactFormatException(string file, string where, string found, string expected, Exception? inner = null)
        : this(OneLine($"{file}: {where}: {found}, expected {expected}"), inner)
    {
    }

    // Names come out of hostile files: no control letters reach a terminal or a log.
    private static string OneLine(string text) => string.Create(text.Length, text, (line, from) =>
    {
        for (var i = 0; i < line.Length; i++)
        {
            line[i] = char.IsControl(from[i]) ? '?' : from[i];
        }
    });
}
