using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>Play that was new in a round: whoever shows it again, in whatever form, is not credited for it any more.</summary>
/// <param name="Peer">Whose it is.</param>
/// <param name="Play">The play.</param>
public sealed record CountedPlay(PeerId Peer, PlaySeen Play);
