namespace BlockAssist.Chain.Keystores;

/// <summary>A keystore cannot be opened or written; the message is one line: what was found, what was expected. It never carries a key or a password.</summary>
public sealed class KeystoreException : Exception
{
    /// <summary>An error without particulars.</summary>
    public KeystoreException()
        : base("not a keystore")
    {
    }

    /// <summary>An error with a message.</summary>
    public KeystoreException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public KeystoreException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    internal KeystoreException(string message, KeystoreFault fault)
        : base(message) => Fault = fault;

    /// <summary>What is the matter.</summary>
    public KeystoreFault Fault { get; }
}
