using System.Numerics;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Standings;

/// <summary>A credit that was claimed.</summary>
/// <param name="Round">Of which round.</param>
/// <param name="Account">For whom.</param>
/// <param name="Line">Which line of what the round credits.</param>
/// <param name="Amount">How much.</param>
/// <param name="Told">Where.</param>
public sealed record ToldCredit(uint Round, Address Account, BigInteger Line, Wei Amount, ToldAt Told);
