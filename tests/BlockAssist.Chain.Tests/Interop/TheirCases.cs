using System.Text.Json;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Keystores;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Sponsored;
using BlockAssist.Chain.Tests.Abi;
using BlockAssist.Chain.Tests.Sponsored;
using BlockAssist.Chain.Tests.TypedData;
using BlockAssist.Chain.TypedData;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Interop;

/// <summary>What ethers and viem made by chance, read here; what was damaged must be refused.</summary>
/// <param name="folder">Where keystores are written.</param>
internal sealed class TheirCases(string folder)
{
    private string _case = "";
    private string _kind = "";

    /// <summary>How often what was taken that had to be.</summary>
    public SortedDictionary<string, int> Taken { get; } = [];

    /// <summary>How often what was refused that had to be.</summary>
    public SortedDictionary<string, int> Refused { get; } = [];

    public void Read(JsonElement cases)
    {
        foreach (var kind in cases.EnumerateObject())
        {
            var (number, read) = (0, ReaderOf(_kind = kind.Name));
            foreach (var one in kind.Value.EnumerateArray())
            {
                _case = $"{kind.Name} {number++}: {one}";
                read(one);
            }
        }
    }

    private Action<JsonElement> ReaderOf(string kind) => kind switch
    {
        "messages" => Message,
        "typed" => Typed,
        "transactions" => Transaction,
        "abi" => Call,
        "operations" => Operation,
        "addresses" => Account,
        "trees" => Tree,
        "ids" => Id,
        "keystores" => Keystore,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private void Message(JsonElement one)
    {
        var hash = one.TryGetProperty("text", out var text) ? PersonalMessage.HashOf(text.GetString()!) : PersonalMessage.HashOf(one.Hex("bytes"));
        Signature(one, hash);
    }

    private void Typed(JsonElement one)
    {
        var (types, name) = (TypedJson.TypesOf(one.GetProperty("types")), one.Text("primaryType"));
        Signature(one, TypedJson.DomainOf(one.GetProperty("domain")).DigestOf(new TypedStructs(types), name, TypedJson.StructOf(types, name, one.GetProperty("value"))));
    }

    private void Signature(JsonElement one, Hash32 hash)
    {
        Take(one.Text("address"), $"{Recovery.Recover(hash, EcdsaSignature.Read(one.Hex("signature")))}");
        Take(true, Recovery.Recover(Some.Hash(1), EcdsaSignature.Read(one.Hex("signature"))) != Address.Parse(one.Text("address")));
        Refuse(Damaged(one), bytes => Recovery.Recover(hash, EcdsaSignature.Read(Vectors.Bytes(bytes))));
    }

    private void Transaction(JsonElement one)
    {
        var (signed, fields) = (SignedTransaction.Parse(one.Hex("bytes")), one.GetProperty("fields"));
        var asked = signed.Transaction;
        Take(one.Text("address"), $"{signed.Sender}");
        Take(one.Text("hash"), $"{signed.Hash}");
        Take(one.Text("bytes"), Hex.Of(signed.Bytes.Span));
        Take(
            (fields.Text("chainId"), fields.Text("nonce"), fields.Text("maxPriorityFeePerGas"), fields.Text("maxFeePerGas"), fields.Text("gasLimit"), fields.Text("value")),
            ($"{asked.ChainId}", $"{asked.Nonce}", $"{asked.MaxPriorityFeePerGas.Value}", $"{asked.MaxFeePerGas.Value}", $"{asked.GasLimit}", $"{asked.Value.Value}"));
        Take((fields.GetProperty("to").GetString(), fields.Text("data")), (asked.To?.ToString(), Hex.Of(asked.Data.Span)));
        Take(
            fields.GetProperty("accessList").EnumerateArray().Select(entry => $"{entry.Text("address")} {string.Join(' ', entry.GetProperty("storageKeys").EnumerateArray())}"),
            asked.AccessList.Select(entry => $"{entry.Contract} {string.Join(' ', entry.Places)}"));
        Refuse(one.GetProperty("refused").EnumerateArray().Select(text => text.GetString()!), bytes => SignedTransaction.Parse(Vectors.Bytes(bytes)));
        Refuse(one.GetProperty("flipped").EnumerateArray().Select(text => text.GetString()!), bytes => NotBy(Address.Parse(one.Text("address")), bytes));
    }

    // Whatever one bit is changed, it is not taken for what the account signed.
    private static void NotBy(Address account, string bytes)
    {
        if (SignedTransaction.Parse(Vectors.Bytes(bytes)).Sender != account)
        {
            throw new ChainFormatException();
        }
    }

    private void Call(JsonElement one)
    {
        var function = AbiFunction.Parse($"work({string.Join(',', one.GetProperty("types").EnumerateArray().Select(type => type.GetString()))})");
        var values = one.GetProperty("values").EnumerateArray().Select((value, i) => JsonValue.Of(function.Inputs.Parts[i].Type, value)).ToArray();
        Take(values, function.DecodeCall(one.Hex("call")));
        Take(one.Text("call"), Hex.Of(function.EncodeCall(values)));
        Refuse(Damaged(one), bytes => function.DecodeCall(Vectors.Bytes(bytes)));
    }

    private void Operation(JsonElement one)
    {
        var (operation, chain) = (OperationJson.Of(one.GetProperty("operation")), ulong.Parse(one.Text("chain"), System.Globalization.CultureInfo.InvariantCulture));
        var entryPoint = new EntryPoint(Address.Parse(one.Text("entryPoint")), one.Text("version") == "0.7" ? EntryPointVersion.V07 : EntryPointVersion.V08);
        var signed = new SignedUserOperation(operation, entryPoint, chain, one.GetProperty("operation").Hex("signature"));
        Take(one.Text("hash"), $"{signed.Hash}");
        Take(one.Text("hash"), $"{SignedUserOperation.Parse(signed.Bytes).Hash}");
    }

    private void Account(JsonElement one)
    {
        Take(one.Text("text"), $"{new Address(one.Hex("bytes"))}");
        Take(one.Text("text"), $"{Address.Parse(one.Text("text"))}");
        Take(one.Text("created"), $"{CreatedContract.AddressOf(Address.Parse(one.Text("text")), ulong.Parse(one.Text("nonce"), System.Globalization.CultureInfo.InvariantCulture))}");
        Refuse(Damaged(one), text => Address.Parse(text));
    }

    private void Tree(JsonElement one)
    {
        var lines = one.GetProperty("lines").EnumerateArray().Select(line => (Address.Parse(line[0].GetString()), new Wei(JsonValue.Number(line[1])))).ToArray();
        var (tree, root) = (new CreditTree(lines), Hash32.Parse(one.Text("root")));
        Take(root, tree.Root);
        foreach (var (line, proof) in one.GetProperty("proofs").EnumerateArray().Select((proof, line) => (line, proof.EnumerateArray().Select(hash => Hash32.Parse(hash.GetString())).ToArray())))
        {
            var (account, amount) = lines[line];
            Take(proof, tree.Proof(line));
            Take(true, CreditTree.Proves(root, line, account, amount, proof));
            Take(false, CreditTree.Proves(root, line, account, new Wei(amount.Value ^ 1), proof));
            Take(false, CreditTree.Proves(root, line + 1, account, amount, proof));
            Take(false, CreditTree.Proves(root, line, account, amount, [.. proof, Some.Hash(1)]));
        }
    }

    private void Id(JsonElement one)
    {
        var work = new Work((WorkKind)one.GetProperty("kind").GetInt32(), Hash32.Parse(one.Text("demonstrations")), Hash32.Parse(one.Text("update")));
        var place = new ContractPlace(ulong.Parse(one.Text("chain"), System.Globalization.CultureInfo.InvariantCulture), Address.Parse(one.Text("contract")));
        Take(one.Text("id"), $"{work.IdIn(place, Address.Parse(one.Text("contributor")), one.GetProperty("round").GetUInt32(), Hash32.Parse(one.Text("parent")))}");
        Take(one.Text("content"), $"{work.ContentId}");
    }

    private void Keystore(JsonElement one)
    {
        using var signer = Open(one.Text("json"), one.Text("password"));
        Take(one.Text("address"), $"{signer.Address}");
        Refuse(Damaged(one), json => Open(json, one.Text("password")).Dispose());
        Refuse([one.Text("password") + "?"], password => Open(one.Text("json"), password).Dispose());
    }

    private LocalSigner Open(string json, string password)
    {
        var path = Path.Combine(folder, "theirs.json");
        File.WriteAllText(path, json);
        return new KeystoreFile(path).Open(password);
    }

    private static IEnumerable<string> Damaged(JsonElement one) => one.GetProperty("damaged").EnumerateArray().Select(text => text.GetString()!);

    private void Take<T>(T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
        {
            Assert.True(expected is System.Collections.IEnumerable and not string, $"expected {expected}, found {found}: {_case}");
            Assert.Equal(expected, found);
        }

        Taken[_kind] = Taken.GetValueOrDefault(_kind) + 1;
    }

    private void Refuse(IEnumerable<string> damaged, Action<string> read)
    {
        foreach (var one in damaged)
        {
            var refusal = Record.Exception(() => read(one));
            Assert.True(refusal is ChainFormatException or KeystoreException, $"not refused, but {refusal?.GetType().Name ?? "taken"}: {one} of {_case}");
            Refused[_kind] = Refused.GetValueOrDefault(_kind) + 1;
        }
    }
}
