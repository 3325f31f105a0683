using Org.BouncyCastle.Crypto.Digests;

namespace BlockAssist.Chain.Values;

/// <summary>Keccak-256: the hash of Ethereum, which is SHA3-256 with the padding that came before NIST's.</summary>
public static class Keccak256
{
    /// <summary>The hash of bytes.</summary>
    public static Hash32 Of(ReadOnlySpan<byte> bytes)
    {
        var digest = new KeccakDigest(8 * Hash32.Bytes);
        digest.BlockUpdate(bytes);
        Span<byte> hash = stackalloc byte[Hash32.Bytes];
        digest.DoFinal(hash);
        return new Hash32(hash);
    }

    /// <summary>The hash of a text in UTF-8.</summary>
    public static Hash32 Of(string text) => Of(System.Text.Encoding.UTF8.GetBytes(text));
}
