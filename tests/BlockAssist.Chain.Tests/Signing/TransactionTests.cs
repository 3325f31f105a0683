using System.Text.Json;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Tests.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Signing;

public sealed class TransactionTests
{
    [Fact]
    public void Bytes_and_signatures_are_those_of_the_vectors_and_back()
    {
        var vectors = Vectors.Read("transactions.json").EnumerateArray().ToArray();
        foreach (var vector in vectors)
        {
            var transaction = Told(vector.GetProperty("transaction"));
            using var signer = LocalSigner.Of(vector.Hex("privateKey"));

            var signed = transaction.With(signer.Sign(transaction.SigningHash));

            Assert.Equal(vector.Hex("unsignedLondon"), transaction.ToBytes());
            Assert.Equal(vector.Hex("signedLondon"), signed.Bytes.ToArray());
            Agree(signed, SignedTransaction.Parse(vector.Hex("signedLondon")));
            Assert.Equal(signer.Address, signed.Sender);
        }

        Assert.InRange(vectors.Length, 30, int.MaxValue);
    }

    [Fact]
    public void What_ethers_and_viem_signed_is_read() =>
        Assert.All(Vectors.Read("ethers6-viem2-generated.json").GetProperty("items").EnumerateArray(), item =>
        {
            var signed = SignedTransaction.Parse(item.Hex("raw"));

            Assert.Equal(item.Text("address"), signed.Sender.ToString());
            Assert.Equal(item.Text("hash"), signed.Hash.ToString());
            Assert.Equal(item.Hex("raw"), signed.Bytes.ToArray());
        });

    [Fact]
    public void Only_what_a_chain_would_take_is_taken()
    {
        SharedData.Need("chain-vectors/et/ttEIP1559");

        foreach (var path in SharedData.Files("chain-vectors/et/ttEIP1559", "*.json"))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            var vector = document.RootElement.EnumerateObject().Single().Value;
            var expected = vector.GetProperty("result").GetProperty("Shanghai");

            if (expected.TryGetProperty("hash", out var hash))
            {
                var signed = SignedTransaction.Parse(vector.Hex("txbytes"));
                signed.Transaction.Check();
                Assert.Equal(hash.GetString(), signed.Hash.ToString());
                Assert.Equal(expected.Text("sender"), signed.Sender.ToString().ToLowerInvariant());
            }
            else
            {
                Assert.Throws<ChainFormatException>(() => SignedTransaction.Parse(vector.Hex("txbytes")).Transaction.Check());
            }
        }
    }

    [Fact]
    public void Damaged_transactions_are_refused_or_read_as_they_are()
    {
        using var signer = Some.Signer(1);
        var signed = Some.Transaction(accessList: [new AccessListEntry(Some.Address(3), [Keccak256.Of("place")])]);
        byte[][] corpus = [signed.With(signer.Sign(signed.SigningHash)).Bytes.ToArray(), Some.Signed(signer, 7).Bytes.ToArray()];

        FuzzRun.Over(corpus, 5000, damaged =>
        {
            try
            {
                Assert.Equal(damaged, SignedTransaction.Parse(damaged).Bytes.ToArray());
            }
            catch (ChainFormatException)
            {
                // Refused.
            }
        });
    }

    private static void Agree(SignedTransaction expected, SignedTransaction read)
    {
        Assert.Equal(expected.Hash, read.Hash);
        Assert.Equal(expected.Signature, read.Signature);
        Assert.Equal(expected.Bytes.ToArray(), read.Bytes.ToArray());
    }

    private static Transaction Told(JsonElement told) => new()
    {
        ChainId = Number(told, "chainId"),
        Nonce = Number(told, "nonce"),
        GasLimit = Number(told, "gasLimit"),
        MaxFeePerGas = new Wei(Number(told, "maxFeePerGas")),
        MaxPriorityFeePerGas = new Wei(Number(told, "maxPriorityFeePerGas")),
        To = told.TryGetProperty("to", out var to) ? Address.Parse(to.GetString()) : null,
        Value = told.TryGetProperty("value", out var value) ? new Wei(JsonValue.Number(value)) : Wei.Zero,
        Data = told.TryGetProperty("data", out _) ? told.Hex("data") : default,
        AccessList = told.TryGetProperty("accessList", out var list) ? [.. list.EnumerateArray().Select(EntryOf)] : [],
    };

    private static AccessListEntry EntryOf(JsonElement entry) =>
        new(Address.Parse(entry.Text("address")), [.. entry.GetProperty("storageKeys").EnumerateArray().Select(key => Hash32.Parse(key.GetString()))]);

    private static ulong Number(JsonElement told, string member) => told.TryGetProperty(member, out var value) ? (ulong)JsonValue.Number(value) : 0;
}
