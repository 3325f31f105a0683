using BlockAssist.Chain.Rpc;

namespace BlockAssist.Chain.Events;

/// <summary>What one look at a chain brought.</summary>
/// <param name="Changes">What happened to logs, in its order; of whole blocks.</param>
/// <param name="Done">The last block whose logs are final: whoever keeps it goes on there. Null if there is none yet.</param>
/// <param name="Next">The height that is read next.</param>
public sealed record LogStep(IReadOnlyList<ChainLog> Changes, BlockPoint? Done, ulong Next)
{
    /// <summary>How high the chain is; null if the node did not say.</summary>
    public ulong? Head { get; init; }

    /// <summary>Whether there is nothing to do but wait.</summary>
    public bool IsIdle { get; init; }

    /// <summary>Why the node cannot be asked now; null if it can.</summary>
    public ChainException? Trouble { get; init; }

    /// <summary>Whether all that is there has been told.</summary>
    public bool IsAtEnd => IsIdle && Next > Head;
}
