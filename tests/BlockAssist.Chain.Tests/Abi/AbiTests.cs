using System.Numerics;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Abi;

public sealed class AbiTests
{
    private static readonly AbiError Duplicate = AbiError.Parse("DuplicateContribution(bytes32 id)");

    [Theory]
    [InlineData("submitHFUpload(address user,string trainingID,string huggingFaceID,uint256 numSessions,bool telemetryEnabled)", "0x5648c2e2")]
    [InlineData("registerPeer(string)", "0x33e7fb45")]
    [InlineData("submitReward(uint256,uint256,int256,string)", "0x5194e15f")]
    [InlineData("submitWinners(uint, string[] winners, string)", "0xfbe94d68")]
    [InlineData("currentRound() returns (uint256)", "0x8a19c8bc")]
    public void Functions_are_known_by_their_selectors(string text, string selector) => Assert.Equal(selector, AbiFunction.Parse(text).Selector.ToString());

    [Theory]
    [InlineData("uint")]
    [InlineData("uint7 x()")]
    [InlineData("f(uint7)")]
    [InlineData("f(uint264)")]
    [InlineData("f(bytes33)")]
    [InlineData("f(bytes0)")]
    [InlineData("f(uint08)")]
    [InlineData("f(uint256[0])")]
    [InlineData("f(()[])")]
    [InlineData("f(uint256")]
    [InlineData("f(uint256)) ")]
    [InlineData("(uint256)")]
    [InlineData("f(bool[1048576][1048576])")]
    [InlineData("f(bool[99999999999])")]
    [InlineData("f(((((((((((((((((((uint)))))))))))))))))))")]
    public void What_is_no_signature_is_refused(string text) => Assert.Throws<ChainFormatException>(() => AbiFunction.Parse(text));

    // It once cost as long as it takes to count so far.
    [Fact]
    public void How_long_an_array_claims_to_be_costs_nothing()
    {
        const string Long = "(uint8[2147483647],uint8[2147483646],uint8[2147483645])";
        Parse("(uint8[2],uint8[3],uint8[4])", 1);

        var (few, many) = (Parse("(uint8[2],uint8[3],uint8[4])", 10_000), Parse(Long, 1));

        Assert.True(many < few, $"{many} for one type of long arrays, {few} for ten thousand of short ones");
        Assert.Throws<ChainFormatException>(() => AbiType.Parse(Long));

        static TimeSpan Parse(string text, int times)
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++)
            {
                try
                {
                    AbiType.Parse(text);
                }
                catch (ChainFormatException)
                {
                    // Too long.
                }
            }

            return System.Diagnostics.Stopwatch.GetElapsedTime(began);
        }
    }

    [Theory]
    [InlineData("uint8", 256)]
    [InlineData("uint8", -1)]
    [InlineData("int8", 128)]
    [InlineData("uint8", "1")]
    [InlineData("bool", 1)]
    [InlineData("address", "0x00")]
    [InlineData("string", 1)]
    [InlineData("uint256[]", "text")]
    [InlineData("uint256[2]", new[] { 1, 2, 3 })]
    public void A_value_that_does_not_fit_is_refused(string type, object value) => Assert.Throws<ChainFormatException>(() => AbiType.Parse(type).Encode(value));

    [Fact]
    public void A_log_is_read_as_it_was_written()
    {
        var shapes = AbiEvent.Parse("Shapes(address indexed who, string indexed tag, uint8 size, string text)");

        var (topics, data) = shapes.Encode([Some.Address(3), "round", 7, "a text"]);

        Assert.Equal([Some.Address(3), Keccak256.Of("round"), new BigInteger(7), "a text"], shapes.Decode(topics, data));
    }

    [Fact]
    public void A_text_of_another_goes_on_as_it_is() =>
        Assert.Equal(AbiType.Parse("bytes").Encode(new byte[] { 0xFF, 1 }), AbiType.Parse("string").Encode(new ReadOnlyMemory<byte>([0xFF, 1])));

    [Fact]
    public void Half_a_letter_is_no_text() => Assert.Throws<ChainFormatException>(() => AbiType.Parse("string").Encode(new string('\ud800', 1)));

    [Theory]
    [InlineData("uint8", "0000000000000000000000000000000000000000000000000000000000000100")]
    [InlineData("int8", "00000000000000000000000000000000000000000000000000000000000000ff")]
    [InlineData("bool", "0000000000000000000000000000000000000000000000000000000000000002")]
    [InlineData("address", "0000000000000000000000010000000000000000000000000000000000000000")]
    [InlineData("bytes3", "0000000100000000000000000000000000000000000000000000000000000000")]
    [InlineData("uint256", "")]
    [InlineData("string", "00000000000000000000000000000000000000000000000000000000000000200000000000000000000000000000000000000000000000000000000000000001ff")]
    public void Bytes_that_nobody_would_write_so_are_refused(string type, string bytes) =>
        Assert.Throws<ChainFormatException>(() => AbiType.Parse(type).Decode(Convert.FromHexString(bytes)));

    [Fact]
    public void An_event_is_read_from_topics_and_data()
    {
        var shapes = AbiEvent.Parse("Shapes(address indexed who, string indexed tag, int64[2] pair, bytes raw)");
        var data = AbiFunction.Parse("f(int64[2],bytes)").EncodeCall(new[] { -1, 2 }, new byte[] { 7 })[4..];
        Hash32[] topics = [shapes.Topic, new(AbiType.Parse("address").Encode(Some.Address(9))), Keccak256.Of("t")];

        var values = shapes.Decode(topics, data);

        Assert.Equal([Some.Address(9), Keccak256.Of("t"), new object[] { new BigInteger(-1), new BigInteger(2) }, new byte[] { 7 }], values);
        Assert.Equal([shapes.Topic, topics[1], Keccak256.Of("t")], shapes.TopicsFor(Some.Address(9), "t").Cast<Hash32>());
        Assert.Equal([shapes.Topic, null, Keccak256.Of("t")], shapes.TopicsFor(null, "t"));
        Assert.Throws<ChainFormatException>(() => shapes.Decode(topics[..2], data));
        Assert.Throws<ChainFormatException>(() => shapes.TopicsFor(null, null, null));
    }

    [Fact]
    public void Why_a_contract_refused_is_told()
    {
        var known = new KnownErrors(Duplicate);

        Assert.Equal("plain reason", known.Read(AbiFunction.Parse("Error(string)").EncodeCall("plain reason")).ToString());
        Assert.Equal("division by zero", known.Read(AbiFunction.Parse("Panic(uint256)").EncodeCall(0x12)).ToString());
        var error = known.Read(Duplicate.Selector.Before(Duplicate.Inputs.EncodeParts(Some.Hash(1))));
        Assert.Equal($"DuplicateContribution(id={Some.Hash(1)})", error.ToString());
        Assert.Equal(Some.Hash(1).ToArray(), error["id"]);
        Assert.Null(error["other"]);
    }

    [Theory]
    [InlineData("", "no reason")]
    [InlineData("08c379", "no reason")]
    [InlineData("08c379a0", "0x08c379a0()")]
    [InlineData("deadbeef00", "0xdeadbeef()")]
    [InlineData("08c379a000000000000000000000000000000000000000000000000000000000000000207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "0x08c379a0()")]
    public void Whatever_comes_back_is_told(string bytes, string told) => Assert.Equal(told, KnownErrors.OfSolidity.Read(Convert.FromHexString(bytes)).ToString());

    [Fact]
    public void An_error_that_only_has_the_name_of_one_of_Soliditys_is_told_as_it_is()
    {
        var known = new KnownErrors(AbiError.Parse("Panic(string why)"), AbiError.Parse("Error(uint256 code)"));

        Assert.Equal("Panic(why=fire)", known.Read(AbiFunction.Parse("Panic(string)").EncodeCall("fire")).ToString());
        Assert.Equal("Error(code=5)", known.Read(AbiFunction.Parse("Error(uint256)").EncodeCall(5)).ToString());
    }

    [Fact]
    public void What_a_contract_says_reaches_messages_short_and_in_one_line()
    {
        var error = KnownErrors.OfSolidity.Read(AbiFunction.Parse("Error(string)").EncodeCall("a\nb\u001b[31m" + new string('x', 5000)));

        Assert.DoesNotContain(error.ToString(), char.IsControl);
        Assert.InRange(error.ToString().Length, 10, 100);
    }

    [Fact]
    public void A_contract_is_read_from_json()
    {
        var contract = ContractAbi.Parse("""
            [{"type":"function","name":"submit","inputs":[{"name":"work","type":"tuple[2]","components":[{"name":"round","type":"uint32"},{"name":"hash","type":"bytes32"}]}],
              "outputs":[{"name":"","type":"bool"}],"stateMutability":"nonpayable"},
             {"type":"event","name":"Done","anonymous":false,"inputs":[{"name":"who","type":"address","indexed":true}]},
             {"type":"error","name":"DuplicateContribution","inputs":[{"name":"id","type":"bytes32"}]},
             {"type":"constructor","inputs":[{"name":"admin","type":"address"}]},{"type":"receive"}]
            """);

        Assert.Equal("submit((uint32,bytes32)[2])", contract.Function("submit").Signature);
        Assert.Equal("(bool)", contract.Function("submit").Outputs.Name);
        Assert.True(contract.Event("Done").Inputs.Parts[0].IsIndexed);
        Assert.Equal(Duplicate.Selector, contract.Errors.Single().Selector);
        Assert.Equal("(address)", contract.Constructor.Name);
        Assert.Throws<ChainFormatException>(() => contract.Function("other"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[{\"type\":\"function\",\"name\":\"f\",\"inputs\":[{\"type\":\"uint7\"}]}]")]
    [InlineData("[1]")]
    [InlineData("not json")]
    public void Other_json_is_no_contract(string json) => Assert.Throws<ChainFormatException>(() => ContractAbi.Parse(json));
}
