namespace BlockAssist.Net.Simulations.People;

/// <summary>What a peer is.</summary>
/// <param name="Machine">Its machine.</param>
/// <param name="StepsASecond">How fast it trains: what falls to it of its machine.</param>
/// <param name="Trains">Whether it trains; the hub's own verifiers do not.</param>
internal sealed record PeerSetting(Machine Machine, double StepsASecond, bool Trains)
{
    /// <summary>Whether it gives its updates to those who copy.</summary>
    public bool IsFriendOfCopiers { get; init; }
}
