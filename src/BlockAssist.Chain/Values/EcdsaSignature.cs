namespace BlockAssist.Chain.Values;

/// <summary>A signature over secp256k1, from which the signer's address can be told.</summary>
/// <param name="R">Its first half, as a number of 32 bytes.</param>
/// <param name="S">Its second half.</param>
/// <param name="RecoveryId">Which of the keys that it could be of it is of: whether the y of R is odd; 0 or 1.</param>
public readonly record struct EcdsaSignature(Hash32 R, Hash32 S, byte RecoveryId)
{
    /// <summary>How many bytes one has where a message was signed.</summary>
    public const int Bytes = 65;

    private const byte First = 27;

    /// <summary>R, S, and 27 plus the recovery id, as wallets write them.</summary>
    public byte[] ToArray() => [.. R.ToArray(), .. S.ToArray(), (byte)(First + RecoveryId)];

    /// <summary>Reads what wallets write; some write the recovery id bare.</summary>
    /// <exception cref="ChainFormatException">It is no signature.</exception>
    public static EcdsaSignature Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Bytes || bytes[^1] is not (0 or 1 or First or First + 1))
        {
            throw new ChainFormatException($"not a signature: expected {Bytes} bytes, the last of them 27 or 28");
        }

        return new EcdsaSignature(new Hash32(bytes[..32]), new Hash32(bytes[32..64]), (byte)(bytes[^1] >= First ? bytes[^1] - First : bytes[^1]));
    }
}
