namespace BlockAssist.Net.Hub;

/// <summary>What a hub has to do besides listening, leased to whoever does it, at least once: a lease that is not heard of any more is given again.</summary>
public interface IHubWork
{
    /// <summary>Leases what the hub has to do: a <c>Work</c>; null if there is nothing, or somebody is at it.</summary>
    /// <param name="cancellation">Ends the waiting for it; a lease that was given all the same lapses.</param>
    Task<byte[]?> LeaseWorkAsync(CancellationToken cancellation);

    /// <summary>Says that work is still being done; answers whether it is still theirs who hold the token.</summary>
    /// <param name="token">The token of the lease.</param>
    /// <param name="cancellation">Ends the waiting for the answer.</param>
    Task<bool> BeatWorkAsync(string token, CancellationToken cancellation);

    /// <summary>Takes what came of work; answers whether it counts.</summary>
    /// <param name="token">The token of the lease.</param>
    /// <param name="kind">The kind of the answer.</param>
    /// <param name="body">The answer.</param>
    /// <param name="cancellation">Ends the waiting for it; what has arrived counts.</param>
    Task<bool> FinishWorkAsync(string token, uint kind, byte[] body, CancellationToken cancellation);
}
