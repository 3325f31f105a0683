using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Standings;

/// <summary>What was taken of a verifier's bond.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Evidence">The digest of what shows why; the id of a contribution for one who was silent about it.</param>
/// <param name="Told">Where.</param>
public sealed record ToldSlash(Wei Amount, Hash32 Evidence, ToldAt Told);
