using System.Numerics;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>A call as the contract sees it.</summary>
/// <param name="Sender">Who calls.</param>
/// <param name="Value">How much money came along.</param>
/// <param name="Height">In which block.</param>
/// <param name="Time">When that is, in seconds since 1970.</param>
internal sealed record Call(Address Sender, BigInteger Value, ulong Height, ulong Time);
