namespace BlockAssist.Net.Identities;

/// <summary>A peer id, a recovery phrase or an identity file is not what it should be; the message is one line: what was found, what was expected.</summary>
/// <remarks>Never carries a key, a passphrase, or more of a recovery phrase than one word that is on no list.</remarks>
public sealed class IdentityException : Exception
{
    /// <summary>An error without particulars.</summary>
    public IdentityException()
        : base("not an identity")
    {
    }

    /// <summary>An error with a message.</summary>
    public IdentityException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public IdentityException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    internal IdentityException(string message, string advice)
        : base(message) => Advice = advice;

    /// <summary>What the user can do about it, as a sentence; null where nothing is known to help.</summary>
    public string? Advice { get; }
}
