namespace BlockAssist.Chain.Values;

/// <summary>A text or bytes are not what they should be; the message is one line: what was found, what was expected.</summary>
public sealed class ChainFormatException : Exception
{
    /// <summary>An error without particulars.</summary>
    public ChainFormatException()
        : base("not in the form of the chain")
    {
    }

    /// <summary>An error with a message.</summary>
    public ChainFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public ChainFormatException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
