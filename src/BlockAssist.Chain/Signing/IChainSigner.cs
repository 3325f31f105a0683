using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Signing;

/// <summary>Who signs for an account. The key never leaves it: it may be in this process, in a module, or somebody else's.</summary>
public interface IChainSigner
{
    /// <summary>The account.</summary>
    Address Address { get; }

    /// <summary>Signs a hash: of a transaction, a message, a struct.</summary>
    ValueTask<EcdsaSignature> SignAsync(Hash32 hash, CancellationToken cancellation);
}
