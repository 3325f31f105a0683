namespace BlockAssist.Chain.Sending;

/// <summary>Who numbers the transactions of an account.</summary>
public interface INonceSource
{
    /// <summary>Keeps the next number until it is known whether it was used; others wait for that.</summary>
    Task<NonceReservation> ReserveAsync(CancellationToken cancellation);
}
