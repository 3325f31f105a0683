using System.Security.Cryptography;
using BlockAssist.Chain.Values;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace BlockAssist.Chain.Keystores;

/// <summary>AES-128 in counter mode, and the hash that vouches for what it encrypted.</summary>
internal static class KeystoreCipherText
{
    private const int HalfKey = 16;

    /// <summary>Encrypts or decrypts; the same does both.</summary>
    public static void Cipher(ReadOnlySpan<byte> key, byte[] iv, ReadOnlySpan<byte> bytes, Span<byte> to)
    {
        var cipher = new BufferedBlockCipher(new SicBlockCipher(new AesEngine()));
        cipher.Init(forEncryption: true, new ParametersWithIV(new KeyParameter(key[..HalfKey]), iv));
        cipher.DoFinal(bytes, to);
    }

    /// <summary>The hash of the second half of the key and what was encrypted.</summary>
    public static Hash32 MacOf(ReadOnlySpan<byte> key, ReadOnlySpan<byte> ciphertext)
    {
        var bytes = (byte[])[.. key[HalfKey..], .. ciphertext];
        var mac = Keccak256.Of(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return mac;
    }
}
