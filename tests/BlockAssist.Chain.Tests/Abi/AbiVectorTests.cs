using BlockAssist.Chain.Abi;

namespace BlockAssist.Chain.Tests.Abi;

/// <summary>What ethers makes of values of random types.</summary>
public sealed class AbiVectorTests
{
    [Fact]
    public void Values_are_the_bytes_of_the_vectors_and_back()
    {
        var vectors = Vectors.Read("abi.json").EnumerateArray().ToArray();
        foreach (var vector in vectors)
        {
            var type = AbiType.Parse(vector.Text("type"));
            var value = JsonValue.Of(type, vector.GetProperty("value"));

            Assert.Equal(vector.Text("encoded"), Hex(type.Encode(value)));
            Assert.Equal(vector.Text("encoded"), Hex(type.Encode(type.Decode(vector.Hex("encoded")))));
        }

        Assert.InRange(vectors.Length, 50, int.MaxValue);
    }

    [Fact]
    public void Calls_of_ethers_and_viem_are_read_and_made_again()
    {
        const string Struct = "(uint256 a, string s, bytes32[] h)";
        var calls = Vectors.Read("ethers6-viem2-generated.json").GetProperty("abi").EnumerateArray().ToDictionary(call => call.Text("fn"));
        AbiFunction[] functions =
        [
            AbiFunction.Parse($"echo({Struct} x, {Struct}[] xs, bytes raw)"),
            AbiFunction.Parse("echo2(int8 i, bool b, bytes3 f, uint256[2][] m, string[] t)"),
            AbiFunction.Parse($"fire(string tag, tuple{Struct} x, int64[2] p, bytes raw)"),
            AbiFunction.Parse("failCustom(uint c)"),
        ];

        Assert.All(functions, function =>
        {
            var call = calls[function.Name];
            Assert.Equal(call.Text("selector"), function.Selector.ToString());
            Assert.Equal(call.Hex("data"), function.EncodeCall(function.DecodeCall(call.Hex("data"))));
        });
    }

    private static string Hex(byte[] bytes) => "0x" + Convert.ToHexStringLower(bytes);
}
