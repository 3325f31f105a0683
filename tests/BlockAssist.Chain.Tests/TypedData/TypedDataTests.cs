using BlockAssist.Chain.Signing;
using BlockAssist.Chain.TypedData;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.TypedData;

public sealed class TypedDataTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<TypedField>> Contribution = new Dictionary<string, IReadOnlyList<TypedField>>
    {
        ["Contribution"] =
        [
            new TypedField("contributor", "address"), new TypedField("round", "uint32"), new TypedField("demoHash", "bytes32"), new TypedField("note", "string"),
            new TypedField("scores", "int64[]"),
        ],
    };

    [Fact]
    public void Digests_and_signatures_are_those_of_the_vectors()
    {
        var vectors = Vectors.Read("typed-data.json").EnumerateArray().ToArray();
        foreach (var vector in vectors)
        {
            var types = TypedJson.TypesOf(vector.GetProperty("types"));
            var (structs, name) = (new TypedStructs(types), vector.Text("primaryType"));
            var values = TypedJson.StructOf(types, name, vector.GetProperty("data"));

            var digest = TypedJson.DomainOf(vector.GetProperty("domain")).DigestOf(structs, name, values);

            Assert.Equal(vector.Hex("encoded"), structs.Encode(name, values));
            Assert.Equal(vector.Text("digest"), digest.ToString());
            if (vector.TryGetProperty("privateKey", out _))
            {
                using var signer = LocalSigner.Of(vector.Hex("privateKey"));
                Assert.Equal(vector.Hex("signature"), signer.Sign(digest).ToArray());
            }
        }

        Assert.InRange(vectors.Length, 17, int.MaxValue);
    }

    [Fact]
    public void The_example_of_the_standard_has_its_type()
    {
        var structs = new TypedStructs(new Dictionary<string, IReadOnlyList<TypedField>>
        {
            ["Mail"] = [new TypedField("from", "Person"), new TypedField("to", "Person[]"), new TypedField("contents", "string")],
            ["Person"] = [new TypedField("name", "string"), new TypedField("wallet", "address")],
        });

        Assert.Equal("Mail(Person from,Person[] to,string contents)Person(string name,address wallet)", structs.TypeOf("Mail"));
    }

    [Fact]
    public void What_ethers_and_viem_signed_is_recovered() =>
        Assert.All(Vectors.Read("ethers6-viem2-generated.json").GetProperty("items").EnumerateArray(), item =>
        {
            var signer = Address.Parse(item.Text("address"));
            var values = TypedJson.StructOf(Contribution, "Contribution", item.GetProperty("data"));
            var typed = TypedJson.DomainOf(item.GetProperty("domain")).DigestOf(new TypedStructs(Contribution), "Contribution", values);
            var personal = PersonalMessage.HashOf(item.Text("msg"));

            Assert.Equal(signer, Recovery.Recover(personal, EcdsaSignature.Read(item.Hex("personal"))));
            Assert.Equal(signer, Recovery.Recover(typed, EcdsaSignature.Read(item.Hex("typed"))));
        });

    [Fact]
    public void A_struct_within_itself_has_an_end()
    {
        var structs = new TypedStructs(new Dictionary<string, IReadOnlyList<TypedField>> { ["Node"] = [new TypedField("next", "Node")] });
        var loop = new Dictionary<string, object?>();
        loop["next"] = loop;

        Assert.Equal(structs.HashOf("Node", Chain(null, 3)), structs.HashOf("Node", Chain(null, 3)));
        Assert.Throws<ChainFormatException>(() => structs.HashOf("Node", loop));
    }

    [Fact]
    public void A_field_that_is_absent_or_of_another_type_is_told()
    {
        var structs = new TypedStructs(Contribution);

        var absent = Assert.Throws<ChainFormatException>(() => structs.HashOf("Contribution", new Dictionary<string, object?>()));
        var other = Assert.Throws<ChainFormatException>(() => structs.HashOf("Contribution", new Dictionary<string, object?> { ["contributor"] = "0x12" }));

        Assert.Contains("has no contributor", absent.Message, StringComparison.Ordinal);
        Assert.Contains("no address", other.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, object?> Chain(Dictionary<string, object?>? end, int length) =>
        length == 0 ? end! : new Dictionary<string, object?> { ["next"] = Chain(end, length - 1) };
}
