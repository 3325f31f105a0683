namespace BlockAssist.Net.Hub;

/// <summary>What gateways ask of a hub, wherever it runs; in the bytes of <c>swarm.proto</c>, which pass through as they are.</summary>
public interface ISwarmHub : IHubWork
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

    /// <summary>What was said when a round was closed.</summary>
    /// <returns>An envelope of the hub; null if the round is not over, or there was none.</returns>
    Task<byte[]?> RecordAsync(ulong round);

    /// <summary>For whom there is something new to hear: a <see cref="News"/>.</summary>
    /// <param name="version">Since which version of the news; 0 for the first time.</param>
    Task<byte[]> NewsAsync(long version);

    /// <summary>The blobs that rounds still depend on: a <c>Kept</c>.</summary>
    Task<byte[]> KeptAsync();
}
