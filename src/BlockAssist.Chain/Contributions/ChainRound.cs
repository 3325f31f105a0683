using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions;

/// <summary>A round as the contract has it.</summary>
/// <param name="Number">Its number, from 1 on.</param>
/// <param name="Phase">How far it is, by the clock of the chain.</param>
/// <param name="Parent">The model with which it begins.</param>
/// <param name="SubmitUntil">Until when work can be submitted, in seconds since 1970.</param>
/// <param name="RevealUntil">From when on it can be settled, in seconds since 1970.</param>
/// <param name="Pool">What there is to share out; once it is settled, what can still be claimed.</param>
/// <param name="CreditRoot">The root of what is credited; zero until it is settled.</param>
public sealed record ChainRound(uint Number, RoundPhase Phase, Hash32 Parent, ulong SubmitUntil, ulong RevealUntil, Wei Pool, Hash32 CreditRoot);
