using BlockAssist.Chain.Abi;

namespace BlockAssist.Chain.Rpc;

/// <summary>Something went wrong with a node or a chain; the message is one line. It never carries a key, what was sent, or more of an address than the host.</summary>
public sealed class ChainException : Exception
{
    /// <summary>An error without particulars.</summary>
    public ChainException()
        : base("something is wrong with the chain")
    {
    }

    /// <summary>An error with a message.</summary>
    public ChainException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public ChainException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>An error of a kind.</summary>
    public ChainException(ChainFault fault, string message, ContractError? error = null)
        : base(message) => (Fault, Error) = (fault, error);

    /// <summary>What is the matter.</summary>
    public ChainFault Fault { get; }

    /// <summary>Why the contract refused; null if it was not a contract.</summary>
    public ContractError? Error { get; }

    /// <summary>Whether it is the way to the node that fails, which may be better in a while.</summary>
    public bool IsPassing => Fault is ChainFault.NodeUnreachable or ChainFault.RateLimited or ChainFault.Timeout;

    /// <summary>How long the node asks to be left alone.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>The same, in the words of a contract whose errors are known.</summary>
    internal ChainException In(KnownErrors errors)
    {
        if (Error is null)
        {
            return this;
        }

        var error = errors.Read(Error.Raw);
        return new ChainException(Fault, $"the contract refuses: {error}", error);
    }
}
