namespace BlockAssist.Chain.Sending;

/// <summary>A number that is kept for a transaction. Unless it is said that the node took it, the next transaction gets the same.</summary>
/// <param name="nonce">The number.</param>
/// <param name="end">Told at the end whether it was used.</param>
public sealed class NonceReservation(ulong nonce, Action<bool> end) : IDisposable
{
    private bool _isUsed;
    private bool _isOver;

    /// <summary>The number.</summary>
    public ulong Nonce { get; } = nonce;

    /// <summary>The node took the transaction.</summary>
    public void Commit() => _isUsed = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isOver)
        {
            _isOver = true;
            end(_isUsed);
        }
    }
}
