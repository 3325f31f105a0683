using System.Numerics;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>Numbers as smaller ones: OpenZeppelin's <c>SafeCast</c>.</summary>
internal static class CheckedCast
{
    public static UInt128 ToUInt128(this Host host, BigInteger number) =>
        number <= UInt128.MaxValue ? (UInt128)number : throw host.Revert("SafeCastOverflowedUintDowncast", 128, number);
}
