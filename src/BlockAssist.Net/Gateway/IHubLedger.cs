namespace BlockAssist.Net.Gateway;

/// <summary>The ledger of a hub, on which its peers record what they contribute. The network moves its bytes and knows nothing of them.</summary>
public interface IHubLedger
{
    /// <summary>Which ledger it is; null while it cannot be used.</summary>
    string? Place { get; }

    /// <summary>How many bytes a request has at most.</summary>
    int MostBytes { get; }

    /// <summary>Answers a request.</summary>
    /// <returns>The answer; null if the ledger cannot be used now.</returns>
    Task<byte[]?> AnswerAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation);
}
