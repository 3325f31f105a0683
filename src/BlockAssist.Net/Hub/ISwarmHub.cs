namespace BlockAssist.Net.Hub;

/// <summary>What gateways and workers ask of a hub, wherever it runs; in the bytes of <c>swarm.proto</c>, which pass through as they are.</summary>
public interface ISwarmHub
{
    /// <summary>Where the swarm is: a <see cref="Messages.Welcome"/>.</summary>
    Task<byte[]> WelcomeAsync();

    /// <summary>Takes what a peer said.</summary>
    /// <param name="envelope">An envelope that a gate has let in.</param>
    /// <returns>The word of an <see cref="Answer"/>.</returns>
    Task<string> TellAsync(byte[] envelope);

    /// <summary>What was said to a peer: a <see cref="Messages.Heard"/>.</summary>
    /// <param name="peer">The 32 bytes of its key.</param>
    /// <param name="round">In which round.</param>
    /// <param name="after">From which place on.</param>
    Task<byte[]> HearAsync(byte[] peer, ulong round, int after);

    /// <summary>Rises whenever there is something new to hear.</summary>
    Task<long> VersionAsync();

    /// <summary>The blobs that rounds still depend on: a <c>Kept</c>.</summary>
    Task<byte[]> KeptAsync();

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
