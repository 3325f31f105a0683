using System.Security.Cryptography;
using BlockAssist.Chain.Values;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC.Multiplier;

namespace BlockAssist.Chain.Signing;

/// <summary>A key in this process. Signs the same hash with the same signature every time (RFC 6979).</summary>
/// <remarks>
/// The secret stays in one place, is overwritten on <see cref="Dispose"/>, and never shown. While it signs, BouncyCastle has a copy
/// that cannot be overwritten; whether its arithmetic takes the same time for every key is not known.
/// </remarks>
public sealed class LocalSigner : IChainSigner, IDisposable
{
    /// <summary>How many bytes a secret has.</summary>
    public const int SecretBytes = 32;

    private readonly byte[] _secret = GC.AllocateArray<byte>(SecretBytes, pinned: true);
    private bool _disposed;

    private LocalSigner(ReadOnlySpan<byte> secret, BigInteger number)
    {
        secret.CopyTo(_secret);
        Address = Curve.AddressOf(new FixedPointCombMultiplier().Multiply(Curve.Domain.G, number));
    }

    /// <inheritdoc/>
    public Address Address { get; }

    /// <summary>A new key, from the system's randomness.</summary>
    public static LocalSigner Create()
    {
        Span<byte> secret = stackalloc byte[SecretBytes];
        do
        {
            RandomNumberGenerator.Fill(secret);
        }
        while (!Curve.IsScalar(Curve.NumberOf(secret)));

        var signer = Of(secret);
        CryptographicOperations.ZeroMemory(secret);
        return signer;
    }

    /// <summary>The key of 32 bytes, which are copied.</summary>
    /// <exception cref="ChainFormatException">No key is of these bytes; next to none are like that.</exception>
    public static LocalSigner Of(ReadOnlySpan<byte> secret)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(secret.Length, SecretBytes);
        var number = Curve.NumberOf(secret);
        return Curve.IsScalar(number) ? new LocalSigner(secret, number) : throw new ChainFormatException("these bytes are no key of secp256k1");
    }

    /// <summary>Signs a hash.</summary>
    public EcdsaSignature Sign(Hash32 hash)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var signer = new ECDsaSigner(new HMacDsaKCalculator(new Sha256Digest()));
        signer.Init(forSigning: true, new ECPrivateKeyParameters(Curve.NumberOf(_secret), Curve.Domain));
        var parts = signer.GenerateSignature(hash.ToArray());
        return WithRecovery(hash, parts[0], Curve.IsLow(parts[1]) ? parts[1] : Curve.Domain.N.Subtract(parts[1]));
    }

    /// <inheritdoc/>
    public ValueTask<EcdsaSignature> SignAsync(Hash32 hash, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Sign(hash));
    }

    /// <summary>The address, and nothing of the secret.</summary>
    public override string ToString() => Address.ToString();

    /// <summary>Overwrites the secret.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_secret);
    }

    internal void CopySecretTo(Span<byte> secret)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _secret.CopyTo(secret);
    }

    private EcdsaSignature WithRecovery(Hash32 hash, BigInteger r, BigInteger s)
    {
        for (byte id = 0; id <= 1; id++)
        {
            var signature = new EcdsaSignature(Curve.HashOf(r), Curve.HashOf(s), id);
            if (Recovery.TryRecover(hash, signature, out var address) && address == Address)
            {
                return signature;
            }
        }

        // R's x would be above the order: with odds of 2⁻¹²⁷.
        throw new CryptographicException("a signature from which no address can be told");
    }
}
