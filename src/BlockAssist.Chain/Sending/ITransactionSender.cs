using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sending;

/// <summary>Who sends transactions of an account, and sees to it that they get into blocks.</summary>
public interface ITransactionSender
{
    /// <summary>The account.</summary>
    Address Account { get; }

    /// <summary>Signs and sends.</summary>
    /// <returns>What is on its way: the node has it.</returns>
    /// <exception cref="ChainException">
    /// It is not on its way; or, where <see cref="ChainException.IsPassing"/>, it may be, and can be waited for with what
    /// <see cref="TransactionRequest.OnSigned"/> was given.
    /// </exception>
    Task<SentTransaction> SendAsync(TransactionRequest request, CancellationToken cancellation);

    /// <summary>What is on its way after a crash.</summary>
    /// <param name="request">What was to be done.</param>
    /// <param name="kept">The bytes that <see cref="TransactionRequest.OnSigned"/> was given for it, the newest last; at least one.</param>
    /// <exception cref="ChainFormatException">They are not what this sender sends for this account.</exception>
    SentTransaction Restore(TransactionRequest request, IReadOnlyList<ReadOnlyMemory<byte>> kept);

    /// <summary>Waits for what was sent, sends it again where nodes forget it, and pays more where it is stuck.</summary>
    Task<TransactionOutcome> WaitAsync(SentTransaction sent, WaitOptions options, CancellationToken cancellation);
}
