using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace BlockAssist.Net.Identities;

/// <summary>Encrypts a recovery phrase with a passphrase: Argon2id makes the key, XChaCha20-Poly1305 encrypts.</summary>
internal static class PhraseCipher
{
    private static readonly AeadAlgorithm Cipher = AeadAlgorithm.XChaCha20Poly1305;

    /// <summary>Encrypts it, with a new salt and nonce.</summary>
    public static IdentityDocument Encrypt(RecoveryPhrase phrase, IdentityCard card, ReadOnlySpan<char> passphrase, StretchCost cost)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var nonce = RandomNumberGenerator.GetBytes(Cipher.NonceSize);
        var open = new IdentityDocument(
            IdentityDocument.Name, IdentityDocument.Newest, card.Peer.ToString(),
            card.Unlocking == Unlocking.KeyFile ? IdentityDocument.ByKeyFile : IdentityDocument.ByPassphrase,
            new Stretching(Stretching.Argon2id, cost.MemoryKiB, cost.Passes, salt), IdentityDocument.XChaCha, Convert.ToHexStringLower(nonce), "");

        Span<byte> entropy = stackalloc byte[RecoveryPhrase.EntropyBytes];
        phrase.CopyEntropyTo(entropy);
        using var key = KeyOf(open.Stretching, passphrase);
        var secret = Cipher.Encrypt(key, nonce, open.OpenPart(), entropy);
        CryptographicOperations.ZeroMemory(entropy);
        return (open with { Secret = Convert.ToHexStringLower(secret) }).Sealed();
    }

    /// <summary>Decrypts it; null if the passphrase is another one.</summary>
    /// <exception cref="FormatException">The document says something that cannot be.</exception>
    public static RecoveryPhrase? Decrypt(IdentityDocument document, ReadOnlySpan<char> passphrase)
    {
        var nonce = Convert.FromHexString(document.Nonce);
        var secret = Convert.FromHexString(document.Secret);
        if (nonce.Length != Cipher.NonceSize || secret.Length != RecoveryPhrase.EntropyBytes + Cipher.TagSize)
        {
            throw new FormatException("a nonce or secret of another length");
        }

        Span<byte> entropy = stackalloc byte[RecoveryPhrase.EntropyBytes];
        using var key = KeyOf(document.Stretching, passphrase);
        var phrase = Cipher.Decrypt(key, nonce, document.OpenPart(), secret, entropy) ? RecoveryPhrase.FromEntropy(entropy) : null;
        CryptographicOperations.ZeroMemory(entropy);
        return phrase;
    }

    private static Key KeyOf(Stretching how, ReadOnlySpan<char> passphrase)
    {
        var salt = Convert.FromHexString(how.Salt);
        var cost = new StretchCost(how.MemoryKiB, how.Passes);
        if (how.Algorithm != Stretching.Argon2id || salt.Length != 16 || !cost.IsInRange)
        {
            throw new FormatException("a stretching that is not ours");
        }

        var argon = PasswordBasedKeyDerivationAlgorithm.Argon2id(
            new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = cost.MemoryKiB, NumberOfPasses = cost.Passes });
        var bytes = GC.AllocateArray<byte>(Encoding.UTF8.GetByteCount(passphrase), pinned: true);
        try
        {
            Encoding.UTF8.GetBytes(passphrase, bytes);
            return argon.DeriveKey(bytes, salt, Cipher);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
