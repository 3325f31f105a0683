namespace BlockAssist.Net.Gateway;

/// <summary>Where the peers of a hub record what they contribute, and what they are credited for it. The network moves its bytes and knows nothing of them.</summary>
public interface IHubLedger
{
    /// <summary>Which ledger or chain it is; null while it cannot be used.</summary>
    string? Place { get; }

    /// <summary>How many bytes a request has at most.</summary>
    int MostBytes { get; }

    /// <summary>Answers a request.</summary>
    /// <returns>The answer; null if there is no ledger here, or it cannot be used now.</returns>
    Task<byte[]?> AnswerAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation);

    /// <summary>What a round on it credits.</summary>
    /// <returns>A file; null if there is none of that round.</returns>
    byte[]? Settlement(uint round);
}
