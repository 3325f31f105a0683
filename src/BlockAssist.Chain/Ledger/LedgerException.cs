namespace BlockAssist.Chain.Ledger;

/// <summary>A ledger cannot be opened, or is not what was written; the message is one line that names the file and, where one is at fault, the block.</summary>
public sealed class LedgerException : Exception
{
    /// <summary>An error without particulars.</summary>
    public LedgerException()
        : base("something is wrong with the ledger")
    {
    }

    /// <summary>An error with a message.</summary>
    public LedgerException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public LedgerException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    internal LedgerException(string path, ulong height, string what)
        : base(FormattableString.Invariant($"{path}: block {height} is damaged: {what}")) => Height = height;

    /// <summary>The first block that is wrong; null if it is none.</summary>
    public ulong? Height { get; }
}
