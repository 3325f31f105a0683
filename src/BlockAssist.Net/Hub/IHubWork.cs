namespace BlockAssist.Net.Hub;

/// <summary>What a hub has to do besides listening, leased to whoever does it, at least once: a lease that is not heard of any more is given again.</summary>
public interface IHubWork
{
    /// <summary>Leases what the hub has to do: a <c>Work</c>; null if there is nothing, or somebody is at it.</summary>
    Task<byte[]?> LeaseWorkAsync();

    /// <summary>Says that work is still being done; answers whether it is still theirs who hold the token.</summary>
    Task<bool> BeatWorkAsync(string token);

    /// <summary>Takes what came of work; answers whether it counts.</summary>
    /// <param name="token">The token of the lease.</param>
    /// <param name="kind">The kind of the answer.</param>
    /// <param name="body">The answer.</param>
    Task<bool> FinishWorkAsync(string token, uint kind, byte[] body);
}
