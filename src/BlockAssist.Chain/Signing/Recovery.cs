using BlockAssist.Chain.Values;
using Org.BouncyCastle.Math.EC;

namespace BlockAssist.Chain.Signing;

/// <summary>Tells from a signature who signed (SEC 1, 4.1.6).</summary>
public static class Recovery
{
    /// <summary>The address whose key made a signature of a hash.</summary>
    /// <param name="hash">What was signed.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="address">Who signed.</param>
    /// <param name="allowHigh">Whether the twin of a signature, with s in the upper half, is taken too.</param>
    /// <returns>False if nobody can have signed so.</returns>
    public static bool TryRecover(Hash32 hash, EcdsaSignature signature, out Address address, bool allowHigh = false)
    {
        address = default;
        var (r, s) = (Curve.NumberOf(signature.R), Curve.NumberOf(signature.S));
        if (!Curve.IsScalar(r) || !Curve.IsScalar(s) || !(allowHigh || Curve.IsLow(s)) || signature.RecoveryId > 1 || PointOf(signature) is not { } point)
        {
            return false;
        }

        var (n, inverse) = (Curve.Domain.N, r.ModInverse(Curve.Domain.N));
        var e = Curve.NumberOf(hash).Mod(n);
        var key = ECAlgorithms.SumOfTwoMultiplies(Curve.Domain.G, n.Subtract(e).Multiply(inverse).Mod(n), point, s.Multiply(inverse).Mod(n));
        if (key.IsInfinity)
        {
            return false;
        }

        address = Curve.AddressOf(key);
        return true;
    }

    /// <summary>The address whose key made a signature of a hash.</summary>
    /// <exception cref="ChainFormatException">Nobody can have signed so, or s is in the upper half.</exception>
    public static Address Recover(Hash32 hash, EcdsaSignature signature) => TryRecover(hash, signature, out var address)
        ? address
        : throw new ChainFormatException("a signature that nobody can have made, or whose s is in the upper half");

    // The point R: its x is r, and whether its y is odd the recovery id tells.
    private static ECPoint? PointOf(EcdsaSignature signature)
    {
        try
        {
            return Curve.Domain.Curve.DecodePoint([(byte)(2 + signature.RecoveryId), .. signature.R.ToArray()]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
