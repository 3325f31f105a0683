namespace BlockAssist.Chain.Rpc;

/// <summary>What is the matter, whichever node says it and however.</summary>
public enum ChainFault
{
    /// <summary>Something that is none of the others.</summary>
    Other,

    /// <summary>Nobody answers, or somebody before the node says that it does not.</summary>
    NodeUnreachable,

    /// <summary>The node wants to be asked less.</summary>
    RateLimited,

    /// <summary>The node took too long.</summary>
    Timeout,

    /// <summary>The node's answer is not what it should be.</summary>
    Malformed,

    /// <summary>The node is of another chain than was meant.</summary>
    WrongChain,

    /// <summary>The account cannot pay.</summary>
    InsufficientFunds,

    /// <summary>The account has sent a transaction with this nonce already.</summary>
    NonceTooLow,

    /// <summary>Transactions with lower nonces are missing.</summary>
    NonceGap,

    /// <summary>The node does not take transactions that pay so little.</summary>
    Underpriced,

    /// <summary>The transaction pays too little more than the one that it is to replace.</summary>
    ReplacementUnderpriced,

    /// <summary>The node has the transaction.</summary>
    AlreadyKnown,

    /// <summary>Blocks cost more now than the transaction may pay.</summary>
    FeeCapBelowBase,

    /// <summary>The transaction asks for too little gas, or for more than there may be.</summary>
    GasOutOfRange,

    /// <summary>The contract refused.</summary>
    Reverted,

    /// <summary>Blocks that were final are no more.</summary>
    Reorged,

    /// <summary>Another process sends for the account.</summary>
    AccountInUse,

    /// <summary>The account does not take the signature.</summary>
    SignatureRefused,

    /// <summary>What was signed holds no more, or not yet; signed anew it may.</summary>
    Outdated,

    /// <summary>Whoever was to pay for the account does not.</summary>
    NotSponsored,
}
