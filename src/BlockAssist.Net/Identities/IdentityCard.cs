namespace BlockAssist.Net.Identities;

/// <summary>What an identity file says to everybody.</summary>
/// <param name="Peer">Whose it is.</param>
/// <param name="Unlocking">What opens it.</param>
public sealed record IdentityCard(PeerId Peer, Unlocking Unlocking);
