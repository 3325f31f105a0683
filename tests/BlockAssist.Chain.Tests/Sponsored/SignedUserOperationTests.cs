using System.Numerics;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sponsored;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Sponsored;

public sealed class SignedUserOperationTests
{
    private static readonly UserOperation Plain = new()
    {
        Sender = Some.Address(1),
        Nonce = (BigInteger.One << 255) + 5,
        CallData = new byte[] { 1, 2, 3 },
        Gas = new UserOperationGas(1, ulong.MaxValue, 0),
        MaxPriorityFeePerGas = Wei.Gwei(1),
        MaxFeePerGas = Wei.Gwei(2),
    };

    private static readonly UserOperation Full = Plain with
    {
        Creation = new AccountCreation(Some.Address(2), new byte[] { 4 }),
        Sponsorship = new Sponsorship(Some.Address(3), 5, 6, new byte[] { 7, 8 }),
    };

    [Theory]
    [InlineData(true, EntryPointVersion.V07)]
    [InlineData(true, EntryPointVersion.V08)]
    [InlineData(false, EntryPointVersion.V07)]
    [InlineData(false, EntryPointVersion.V08)]
    public void Its_bytes_come_back(bool isFull, EntryPointVersion version)
    {
        var signed = Signed(isFull ? Full : Plain, version);

        var back = SignedUserOperation.Parse(signed.Bytes);

        Assert.Equal(signed.Bytes.ToArray(), back.Bytes.ToArray());
        Assert.Equal((signed.Hash, signed.ChainId, signed.EntryPoint), (back.Hash, back.ChainId, back.EntryPoint));
        Assert.Equal(signed.Operation.ToJson(signed.Signature.Span).ToJsonString(), back.Operation.ToJson(back.Signature.Span).ToJsonString());
    }

    [Fact]
    public void Damaged_bytes_are_refused_or_read_and_never_more() => FuzzRun.Over(
        [.. new[] { Plain, Full }.Select(operation => Signed(operation, EntryPointVersion.V08).Bytes.ToArray())], 2000, damaged =>
        {
            try
            {
                Assert.Equal(damaged, SignedUserOperation.Parse(damaged).Bytes.ToArray());
            }
            catch (ChainFormatException)
            {
                // Refused.
            }
        });

    [Fact]
    public void What_has_no_place_in_it_is_refused()
    {
        Assert.Throws<ChainFormatException>(() => Signed(Plain with { MaxFeePerGas = new Wei(BigInteger.One << 128) }, EntryPointVersion.V08));
        Assert.Throws<ChainFormatException>(() => Signed(Plain with { CallData = new byte[1 << 17] }, EntryPointVersion.V08));
        Assert.Throws<ChainFormatException>(() => SignedUserOperation.Parse(new byte[] { 2, 0xC0 }));
    }

    [Theory]
    [InlineData("AA10 sender already constructed", ChainFault.Outdated)]
    [InlineData("FailedOp(0, \"AA21 didn't pay prefund\")", ChainFault.InsufficientFunds)]
    [InlineData("AA23 reverted: 0x", ChainFault.Reverted)]
    [InlineData("AA24 signature error", ChainFault.SignatureRefused)]
    [InlineData("AA25 invalid account nonce", ChainFault.NonceTooLow)]
    [InlineData("AA25 invalid account nonce: User operation already present in mempool", ChainFault.AlreadyKnown)]
    [InlineData("AA31 paymaster deposit too low", ChainFault.NotSponsored)]
    [InlineData("AA32 paymaster expired or not due", ChainFault.Outdated)]
    [InlineData("AA34 signature error", ChainFault.NotSponsored)]
    [InlineData("AA95 out of gas", ChainFault.GasOutOfRange)]
    [InlineData("AA99 initCode too small", ChainFault.Other)]
    [InlineData("0xAA24 is no code", ChainFault.Other)]
    public void What_an_entry_point_refuses_with_is_told_apart(string text, ChainFault fault) => Assert.Equal(fault, NodeErrors.FaultOf(-32500, text));

    [Theory]
    [InlineData(-32501, ChainFault.NotSponsored)]
    [InlineData(-32503, ChainFault.Outdated)]
    [InlineData(-32507, ChainFault.SignatureRefused)]
    [InlineData(-32521, ChainFault.Reverted)]
    [InlineData(-32500, ChainFault.Other)]
    public void Without_a_word_the_number_of_the_bundler_decides(int code, ChainFault fault) => Assert.Equal(fault, NodeErrors.FaultOf(code, "no"));

    private static SignedUserOperation Signed(UserOperation operation, EntryPointVersion version) =>
        new(operation, new EntryPoint(Some.Address(9), version), Some.ChainId, Enumerable.Repeat((byte)5, 65).ToArray());
}
