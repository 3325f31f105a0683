using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Contributing;

/// <summary>A peer's word that an account speaks for it.</summary>
internal static class PeerBinding
{
    private const string Purpose = "blockassist/account/1";

    /// <summary>The key of a peer, as the contract has it.</summary>
    public static Hash32 KeyOf(PeerId peer)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Bytes];
        peer.CopyTo(bytes);
        return new Hash32(bytes);
    }

    /// <summary>What the peer signs: SHA-256 of the purpose and the contract's <c>bindingMessage</c>.</summary>
    public static byte[] Sign(PeerIdentity identity, ContributionsContract contract, Address account)
    {
        var signature = new byte[PeerIdentity.SignatureBytes];
        identity.Sign(DigestOf(contract, account, KeyOf(identity.Id)), signature);
        return signature;
    }

    /// <summary>Whether a peer has signed that.</summary>
    public static bool Verifies(ContributionsContract contract, Address account, Hash32 key, ReadOnlySpan<byte> signature) =>
        new PeerId(key.ToArray()).HasSigned(DigestOf(contract, account, key), signature);

    private static Digest DigestOf(ContributionsContract contract, Address account, Hash32 key) =>
        Digest.Of(Purpose, contract.Place.BindingMessage(account, key).ToArray());
}
