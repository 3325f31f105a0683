using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Chain.Keystores;

/// <summary>Where the key of an account is: encrypted with a password, in the form that all wallets read (version 3), readable by its owner only.</summary>
/// <param name="path">The file; there need be none yet.</param>
public sealed class KeystoreFile(string path)
{
    private const int MostBytes = 1 << 14;

    /// <summary>Where it is.</summary>
    public string Path { get; } = path;

    /// <summary>Whether there is one.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>Whose it says it is, without being opened; null if it does not say.</summary>
    /// <exception cref="KeystoreException">It is no keystore, or damaged.</exception>
    public Address? ReadAddress() => ReadContent().Account;

    /// <summary>Opens it.</summary>
    /// <param name="password">Its letters are taken as they come, in UTF-8.</param>
    /// <exception cref="KeystoreException">The password is another one, the file is damaged, or asks for too much.</exception>
    public LocalSigner Open(ReadOnlySpan<char> password)
    {
        var content = ReadContent();
        if (!content.Derivation.IsBearable)
        {
            throw new KeystoreException($"{Path} asks for more memory or time than a keystore may take", KeystoreFault.TooCostly);
        }

        var key = Derive(content.Derivation, password);
        Span<byte> secret = stackalloc byte[LocalSigner.SecretBytes];
        try
        {
            if (KeystoreCipherText.MacOf(key, content.Ciphertext) != content.Mac)
            {
                throw content.IsSealed
                    ? new KeystoreException($"{Path}: that is not its password", KeystoreFault.WrongPassword)
                    : new KeystoreException($"{Path}: that is not its password, or the file is damaged", KeystoreFault.WrongPasswordOrDamaged);
            }

            KeystoreCipherText.Cipher(key, content.Iv, content.Ciphertext, secret);
            return SignerOf(secret, content.Account);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>Writes it, whole or not at all, and never over a file that is there.</summary>
    /// <param name="signer">The key.</param>
    /// <param name="password">Not empty. Its letters are taken as they come, in UTF-8.</param>
    /// <param name="cost">What a try of a password costs; by default <see cref="ScryptCost.Usual"/>.</param>
    /// <exception cref="KeystoreException">There is a file already.</exception>
    public void Save(LocalSigner signer, ReadOnlySpan<char> password, ScryptCost? cost = null)
    {
        ArgumentNullException.ThrowIfNull(signer);
        if (password.IsEmpty)
        {
            throw new ArgumentException("A password has at least one letter.", nameof(password));
        }

        if (Exists)
        {
            throw new KeystoreException($"{Path} is there already, and would be lost", KeystoreFault.Exists);
        }

        var document = Encrypt(signer, password, cost ?? ScryptCost.Usual);
        var isNew = AtomicFile.CreatePrivate(Path, stream =>
        {
            JsonSerializer.Serialize(stream, document, KeystoreJson.Default.KeystoreDocument);
            stream.WriteByte((byte)'\n');
        });
        if (!isNew)
        {
            throw new KeystoreException($"{Path} is there already, and would be lost", KeystoreFault.Exists);
        }
    }

    private static KeystoreDocument Encrypt(LocalSigner signer, ReadOnlySpan<char> password, ScryptCost cost)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(cost.IsInRange, false, nameof(cost));
        var derivation = new ByScrypt(RandomNumberGenerator.GetBytes(32), cost);
        var (iv, ciphertext) = (RandomNumberGenerator.GetBytes(16), new byte[LocalSigner.SecretBytes]);
        var key = Derive(derivation, password);
        Span<byte> secret = stackalloc byte[LocalSigner.SecretBytes];
        signer.CopySecretTo(secret);
        KeystoreCipherText.Cipher(key, iv, secret, ciphertext);
        CryptographicOperations.ZeroMemory(secret);
        var mac = KeystoreCipherText.MacOf(key, ciphertext);
        CryptographicOperations.ZeroMemory(key);
        return new KeystoreDocument
        {
            Version = KeystoreDocument.Newest,
            Id = Guid.NewGuid().ToString(),
            Address = Convert.ToHexStringLower(signer.Address.ToArray()),
            Crypto = new KeystoreCrypto(
                KeystoreDocument.Aes, Convert.ToHexStringLower(ciphertext), new KeystoreCipher(Convert.ToHexStringLower(iv)), "scrypt",
                new KeystoreStretching(KeyDerivation.KeyBytes, Convert.ToHexStringLower(derivation.Salt)) { N = cost.N, R = cost.R, P = cost.P },
                Convert.ToHexStringLower(mac.ToArray())),
        }.Sealed();
    }

    private LocalSigner SignerOf(ReadOnlySpan<byte> secret, Address? account)
    {
        LocalSigner? signer = null;
        try
        {
            signer = LocalSigner.Of(secret);
        }
        catch (ChainFormatException)
        {
            // Told below.
        }

        if (signer is not null && (account is null || account == signer.Address))
        {
            return signer;
        }

        signer?.Dispose();
        throw Damaged();
    }

    private static byte[] Derive(KeyDerivation derivation, ReadOnlySpan<char> password)
    {
        var bytes = GC.AllocateArray<byte>(Encoding.UTF8.GetByteCount(password), pinned: true);
        try
        {
            Encoding.UTF8.GetBytes(password, bytes);
            return derivation.Derive(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private KeystoreContent ReadContent()
    {
        using var stream = File.OpenRead(Path);
        var bytes = new byte[MostBytes + 1];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        NewerVersionException.ThrowIfNewer(Path, "keystores", JsonVersion.Of(bytes.AsSpan(0, count)), KeystoreDocument.Newest);
        return count <= MostBytes && KeystoreContent.Read(bytes.AsSpan(0, count)) is { } content ? content : throw Damaged();
    }

    private KeystoreException Damaged() => new($"{Path} is damaged, or no keystore of version 3", KeystoreFault.Damaged);
}
