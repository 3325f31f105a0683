using BlockAssist.Chain.Values;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;

namespace BlockAssist.Chain.Signing;

/// <summary>The curve secp256k1 (SEC 2), and what addresses are of its points.</summary>
internal static class Curve
{
    public static readonly ECDomainParameters Domain = Make();

    private static readonly BigInteger HalfOrder = Domain.N.ShiftRight(1);

    /// <summary>Whether a number is in the lower half: of two signatures that say the same only that one is taken (EIP-2).</summary>
    public static bool IsLow(BigInteger s) => s.CompareTo(HalfOrder) <= 0;

    /// <summary>Whether a number is one of 1 to the order less one.</summary>
    public static bool IsScalar(BigInteger number) => number.SignValue > 0 && number.CompareTo(Domain.N) < 0;

    public static BigInteger NumberOf(ReadOnlySpan<byte> bytes) => new(1, bytes);

    public static BigInteger NumberOf(Hash32 hash) => NumberOf(hash.ToArray());

    public static Hash32 HashOf(BigInteger number) => new(Org.BouncyCastle.Utilities.BigIntegers.AsUnsignedByteArray(Hash32.Bytes, number));

    /// <summary>The address of the key whose public half is a point: the end of the hash of its coordinates.</summary>
    public static Address AddressOf(ECPoint point) => Address.EndOf(Keccak256.Of(point.Normalize().GetEncoded(compressed: false).AsSpan(1)));

    private static ECDomainParameters Make()
    {
        var curve = CustomNamedCurves.GetByOid(SecObjectIdentifiers.SecP256k1);
        return new ECDomainParameters(curve.Curve, curve.G, curve.N, curve.H, curve.GetSeed());
    }
}
