using System.Numerics;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sponsored;

/// <summary>An account that is a contract: how it is made, told what to do, and signed for.</summary>
public interface ISmartAccount
{
    /// <summary>Where it is, or will be.</summary>
    Address Address { get; }

    /// <summary>How it is made, as long as it is not there; null if it cannot be made from here.</summary>
    AccountCreation? Creation { get; }

    /// <summary>What has the form of a signature, for estimates of gas.</summary>
    ReadOnlyMemory<byte> StubSignature { get; }

    /// <summary>The key of a nonce, of 192 bits: another one for each lane, on which operations go one after the other.</summary>
    BigInteger KeyOf(int lane);

    /// <summary>What it is told to do a call.</summary>
    byte[] CallDataOf(Address target, Wei value, ReadOnlyMemory<byte> data);

    /// <summary>Signs a user operation by its hash.</summary>
    ValueTask<byte[]> SignAsync(Hash32 operation, CancellationToken cancellation);

    /// <summary>Whether the account will take a signature, as far as can be told without it.</summary>
    bool Takes(Hash32 operation, ReadOnlySpan<byte> signature);
}
