using System.Buffers;
using System.Text.Json;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Keystores;

/// <summary>What a keystore says, checked in everything but the password.</summary>
/// <param name="Account">Whose it is; null if it does not say.</param>
/// <param name="Derivation">How the password becomes a key.</param>
/// <param name="Iv">With what the cipher begins.</param>
/// <param name="Ciphertext">The secret, encrypted.</param>
/// <param name="Mac">Tells whether the key is the right one.</param>
/// <param name="IsSealed">Whether the file is known to be as it was written.</param>
internal sealed record KeystoreContent(Address? Account, KeyDerivation Derivation, byte[] Iv, byte[] Ciphertext, Hash32 Mac, bool IsSealed)
{
    private const int IvBytes = 16;
    private const int SecretBytes = 32;
    private const int MostSaltBytes = 256;

    /// <summary>Reads it; null if it is damaged, or none.</summary>
    public static KeystoreContent? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, KeystoreJson.Default.KeystoreDocument) is { Version: KeystoreDocument.Newest } document && document.Crypto.Cipher == KeystoreDocument.Aes
                ? Of(document)
                : null;
        }
        catch (JsonException)
        {
            // Its message may quote the file.
            return null;
        }
    }

    private static KeystoreContent? Of(KeystoreDocument document)
    {
        var crypto = document.Crypto;
        var account = document.Address is { } digits ? Bytes(digits, Address.Bytes) : null;

        // Some programs leave out zeros before the digits of the nonce.
        var iv = Bytes(crypto.Cipherparams.Iv.PadLeft(2 * IvBytes, '0'), IvBytes);
        return (document.Address is null || account is not null) && (document.Own is null || document.Own == document.Sealed().Own)
            && iv is not null && DerivationOf(crypto) is { } derivation && Bytes(crypto.Ciphertext, SecretBytes) is { } ciphertext && Bytes(crypto.Mac, Hash32.Bytes) is { } mac
                ? new KeystoreContent(account is null ? null : new Address(account), derivation, iv, ciphertext, new Hash32(mac), document.Own is not null)
                : null;
    }

    private static KeyDerivation? DerivationOf(KeystoreCrypto crypto) =>
        crypto.Kdfparams.Dklen != KeyDerivation.KeyBytes || Bytes(crypto.Kdfparams.Salt) is not { Length: <= MostSaltBytes } salt ? null
        : (crypto.Kdf, crypto.Kdfparams) switch
        {
            ("scrypt", { N: { } n, R: { } r, P: { } p }) => new ByScrypt(salt, new ScryptCost(n, r, p)),
            ("pbkdf2", { C: { } count, Prf: "hmac-sha256" }) => new ByPbkdf2(salt, count),
            _ => null,
        };

    private static byte[]? Bytes(string digits, int count) => Bytes(digits) is { } bytes && bytes.Length == count ? bytes : null;

    // Some programs write 0x before the digits.
    private static byte[]? Bytes(string digits)
    {
        digits = digits.StartsWith("0x", StringComparison.Ordinal) ? digits[2..] : digits;
        var bytes = new byte[digits.Length / 2];
        return digits.Length % 2 == 0 && Convert.FromHexString(digits, bytes, out _, out _) == OperationStatus.Done ? bytes : null;
    }
}
