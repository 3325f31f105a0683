using System.Globalization;
using System.Numerics;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;
using CsCheck;

namespace BlockAssist.Chain.Tests.Signing;

public sealed class LocalSignerTests
{
    private static readonly BigInteger Order = BigInteger.Parse("00fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [Fact]
    public void Whoever_signed_is_told_from_the_signature() =>
        Gen.Select(Gen.Byte[1, 254], Gen.Byte.Array[32]).Sample(
            (number, bytes) =>
            {
                using var signer = Some.Signer(number);
                var hash = new Hash32(bytes);

                var signature = signer.Sign(hash);

                Assert.Equal(signature, signer.Sign(hash));
                Assert.Equal(signer.Address, Recovery.Recover(hash, signature));
                Assert.Equal(signature, EcdsaSignature.Read(signature.ToArray()));
                Assert.True(new BigInteger(signature.S.ToArray(), isUnsigned: true, isBigEndian: true) <= Order / 2);
            },
            iter: 200);

    [Fact]
    public void The_twin_of_a_signature_is_taken_only_when_asked_for()
    {
        using var signer = Some.Signer(1);
        var (hash, signature) = (Some.Hash(1), signer.Sign(Some.Hash(1)));
        var high = Order - new BigInteger(signature.S.ToArray(), isUnsigned: true, isBigEndian: true);
        var twin = new EcdsaSignature(signature.R, new Hash32(high.ToByteArray(isUnsigned: true, isBigEndian: true)), (byte)(1 - signature.RecoveryId));

        Assert.False(Recovery.TryRecover(hash, twin, out _));
        Assert.Throws<ChainFormatException>(() => Recovery.Recover(hash, twin));
        Assert.True(Recovery.TryRecover(hash, twin, out var address, allowHigh: true));
        Assert.Equal(signer.Address, address);
    }

    [Fact]
    public void What_nobody_can_have_signed_is_refused_and_never_more() =>
        Gen.Select(Gen.Byte.Array[32], Gen.Byte.Array[32], Gen.Byte[0, 5]).Sample(
            (r, s, id) =>
            {
                var signature = new EcdsaSignature(new Hash32(r), new Hash32(s), id);
                var isTold = Recovery.TryRecover(Some.Hash(1), signature, out var address, allowHigh: true);
                Assert.True(isTold ? id <= 1 : address == default);
            },
            iter: 300);

    [Fact]
    public void Numbers_outside_the_curve_are_no_keys()
    {
        Assert.Throws<ChainFormatException>(() => LocalSigner.Of(new byte[32]));
        Assert.Throws<ChainFormatException>(() => LocalSigner.Of(Order.ToByteArray(isUnsigned: true, isBigEndian: true)));
        Assert.Throws<ArgumentOutOfRangeException>(() => LocalSigner.Of(new byte[31]));
    }

    [Fact]
    public void Nothing_shows_the_secret_and_nothing_signs_after_its_end()
    {
        var signer = Some.Signer(0x5A);

        Assert.Equal(signer.Address.ToString(), signer.ToString());

        signer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => signer.Sign(Some.Hash(1)));
        Assert.Throws<ObjectDisposedException>(() => signer.CopySecretTo(new byte[32]));
    }

    [Fact]
    public void Two_new_keys_are_two()
    {
        using var one = LocalSigner.Create();
        using var other = LocalSigner.Create();

        Assert.NotEqual(one.Address, other.Address);
    }
}
