using System.Security.Cryptography;
using NSec.Cryptography;
using Org.BouncyCastle.Crypto.Generators;

namespace BlockAssist.Chain.Keystores;

/// <summary>How a password becomes the key of the cipher, as a file says it.</summary>
/// <param name="Salt">What makes it another key in each file.</param>
internal abstract record KeyDerivation(byte[] Salt)
{
    /// <summary>The first half is the key of the cipher, the second that of the checksum.</summary>
    public const int KeyBytes = 32;

    /// <summary>Whether its cost is bearable.</summary>
    public abstract bool IsBearable { get; }

    /// <summary>Makes the key.</summary>
    public abstract byte[] Derive(ReadOnlySpan<byte> password);
}

/// <summary>scrypt (RFC 7914).</summary>
internal sealed record ByScrypt(byte[] Salt, ScryptCost Cost) : KeyDerivation(Salt)
{
    private const int SaltBytesOfNSec = 32;

    /// <inheritdoc/>
    public override bool IsBearable => Cost.IsInRange;

    /// <inheritdoc/>
    public override byte[] Derive(ReadOnlySpan<byte> password) => Derive(password, KeyBytes);

    // libsodium is faster, but NSec takes salts of 32 bytes only; BouncyCastle takes any, but no N of 65,536 and above where R is 1.
    public byte[] Derive(ReadOnlySpan<byte> password, int count) => Salt.Length == SaltBytesOfNSec
        ? PasswordBasedKeyDerivationAlgorithm.Scrypt(new ScryptParameters { Cost = Cost.N, BlockSize = Cost.R, Parallelization = Cost.P }).DeriveBytes(password, Salt, count)
        : ByBouncyCastle(password, count);

    private byte[] ByBouncyCastle(ReadOnlySpan<byte> password, int count)
    {
        var copy = password.ToArray();
        try
        {
            return SCrypt.Generate(copy, Salt, Cost.N, Cost.R, Cost.P, count);
        }
        catch (ArgumentException error)
        {
            throw new KeystoreException("a keystore whose salt and cost no library here takes together", error);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(copy);
        }
    }
}

/// <summary>PBKDF2 with HMAC-SHA256 (RFC 8018).</summary>
internal sealed record ByPbkdf2(byte[] Salt, int Count) : KeyDerivation(Salt)
{
    private const int MostCount = 10_000_000;

    /// <inheritdoc/>
    public override bool IsBearable => Count is >= 1 and <= MostCount;

    /// <inheritdoc/>
    public override byte[] Derive(ReadOnlySpan<byte> password) => Rfc2898DeriveBytes.Pbkdf2(password, Salt, Count, HashAlgorithmName.SHA256, KeyBytes);
}
