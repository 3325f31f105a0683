using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Keystores;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Sponsored;
using BlockAssist.Chain.TypedData;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Interop;

/// <summary>What this library makes of things by chance, as JSON, which the script makes again; and how often it has to compare.</summary>
/// <param name="chance">What things.</param>
/// <param name="folder">Where keystores are written.</param>
internal sealed class OurCases(Chance chance, string folder)
{
    private const int Many = 60;

    /// <summary>How often what has to be compared: for each case as often as <c>check.mjs</c> says.</summary>
    public Dictionary<string, int> Expected { get; } = [];

    public JsonObject Make() => new()
    {
        ["messages"] = Cases("messages", Many, 6, _ => Message()),
        ["typed"] = Cases("typed", Many, 10, _ => Typed()),
        ["transactions"] = Cases("transactions", Many, 10, _ => Transaction()),
        ["abi"] = Cases("abi", 2 * Many, 6, _ => Call()),
        ["operations"] = Cases("operations", Many, 8, _ => Operation()),
        ["addresses"] = Cases("addresses", 2 * Many, 4, _ => Account()),
        ["trees"] = Cases("trees", 12, 2, Tree),
        ["ids"] = Cases("ids", Many, 4, _ => Id()),
        ["keystores"] = Cases("keystores", 4, 2, Keystore),
    };

    private JsonArray Cases(string kind, int count, int checks, Func<int, JsonObject> make)
    {
        Expected[kind] = Expected.GetValueOrDefault(kind) + (count * checks);
        return new JsonArray([.. Enumerable.Range(0, count).Select(make)]);
    }

    private JsonObject Message()
    {
        var (key, text, bytes) = (chance.Key(), chance.Below(2) == 0 ? chance.Text() : null, chance.Bytes(chance.Below(300)));
        using var signer = LocalSigner.Of(key);
        var hash = text is null ? PersonalMessage.HashOf(bytes) : PersonalMessage.HashOf(text);
        var message = new JsonObject
        {
            ["key"] = Hex.Of(key),
            ["address"] = $"{signer.Address}",
            ["hash"] = $"{hash}",
            ["signature"] = Hex.Of(signer.Sign(hash).ToArray()),
        };
        message[text is null ? "bytes" : "text"] = text ?? Hex.Of(bytes);
        return message;
    }

    private JsonObject Typed()
    {
        var (key, domain, (name, structs)) = (chance.Key(), chance.Domain(), chance.TypedStructs());
        using var signer = LocalSigner.Of(key);
        var typed = new TypedStructs(structs);
        var value = (Dictionary<string, object?>)chance.Typed(structs, name);
        var digest = domain.DigestOf(typed, name, value);
        return new JsonObject
        {
            ["key"] = Hex.Of(key),
            ["types"] = new JsonObject(structs.Select(one => KeyValuePair.Create(
                one.Key, (JsonNode?)new JsonArray([.. one.Value.Select(field => new JsonObject { ["name"] = field.Name, ["type"] = field.Type })])))),
            ["primaryType"] = name,
            ["domain"] = ToJson(domain),
            ["value"] = ToJson(value),
            ["type"] = typed.TypeOf(name),
            ["encoded"] = Hex.Of(typed.Encode(name, value)),
            ["separator"] = $"{domain.Separator}",
            ["digest"] = $"{digest}",
            ["signature"] = Hex.Of(signer.Sign(digest).ToArray()),
        };
    }

    private JsonObject Transaction()
    {
        var (key, most) = (chance.Key(), chance.Number(96));
        using var signer = LocalSigner.Of(key);
        var transaction = new Transaction
        {
            ChainId = 1 + (ulong)chance.Number(32),
            Nonce = (ulong)chance.Number(48),
            MaxPriorityFeePerGas = new Wei(most / (1 + chance.Below(9))),
            MaxFeePerGas = new Wei(most),
            GasLimit = (ulong)chance.Number(40),
            To = chance.Below(4) == 0 ? null : chance.Address(),
            Value = new Wei(chance.Number(200)),
            Data = chance.Bytes(chance.Below(200)),
            AccessList = [.. Enumerable.Range(0, chance.Below(4)).Select(_ => new AccessListEntry(chance.Address(), [.. Enumerable.Range(0, chance.Below(4)).Select(_ => chance.Hash())]))],
        };
        transaction.Check();
        var signed = transaction.With(signer.Sign(transaction.SigningHash));
        return new JsonObject
        {
            ["key"] = Hex.Of(key),
            ["fields"] = ToJson(transaction),
            ["signingHash"] = $"{transaction.SigningHash}",
            ["bytes"] = Hex.Of(signed.Bytes.Span),
            ["hash"] = $"{signed.Hash}",
            ["created"] = $"{CreatedContract.AddressOf(signer.Address, transaction.Nonce)}",
        };
    }

    private JsonObject Call()
    {
        var types = Enumerable.Range(0, 1 + chance.Below(4)).Select(_ => chance.Type()).ToArray();
        var function = AbiFunction.Parse($"work({string.Join(',', types)})");
        var values = types.Select(chance.Value).ToArray();
        return new JsonObject
        {
            ["types"] = new JsonArray([.. types.Select(type => (JsonNode)type)]),
            ["name"] = function.Name,
            ["values"] = ToJson(values),
            ["encoded"] = Hex.Of(function.Inputs.EncodeParts(values)),
            ["call"] = Hex.Of(function.EncodeCall(values)),
        };
    }

    private JsonObject Operation()
    {
        var (key, version, operation) = (chance.Key(), chance.Pick([EntryPointVersion.V07, EntryPointVersion.V08]), AnyOperation());
        var (entryPoint, chain) = (new EntryPoint(chance.Address(), version), 1 + (ulong)chance.Number(32));
        using var signer = LocalSigner.Of(key);
        var hash = entryPoint.HashOf(operation, chain);
        return new JsonObject
        {
            ["key"] = Hex.Of(key),
            ["operation"] = operation.ToJson(default),
            ["version"] = version == EntryPointVersion.V07 ? "0.7" : "0.8",
            ["chain"] = ToJson(new BigInteger(chain)),
            ["entryPoint"] = $"{entryPoint.Contract}",
            ["initCode"] = Hex.Of(operation.InitCode),
            ["accountGasLimits"] = Hex.Of(operation.AccountGasLimits),
            ["gasFees"] = Hex.Of(operation.GasFees),
            ["paymasterAndData"] = Hex.Of(operation.PaymasterAndData),
            ["hash"] = $"{hash}",
            ["signature"] = Hex.Of(new SimpleAccount(signer, version, operation.Sender).SignAsync(hash, CancellationToken.None).AsTask().Result),
        };
    }

    private UserOperation AnyOperation() => new()
    {
        Sender = chance.Address(),
        Nonce = chance.Number(256),
        Creation = chance.Below(2) == 0 ? null : new AccountCreation(chance.Address(), chance.Bytes(chance.Below(99))),
        CallData = chance.Bytes(chance.Below(200)),
        Gas = new UserOperationGas((ulong)chance.Number(64), (ulong)chance.Number(64), (ulong)chance.Number(64)),
        MaxPriorityFeePerGas = new Wei(chance.Number(128)),
        MaxFeePerGas = new Wei(chance.Number(128)),
        Sponsorship = chance.Below(2) == 0 ? null : new Sponsorship(chance.Address(), (ulong)chance.Number(64), (ulong)chance.Number(64), chance.Bytes(chance.Below(99))),
    };

    // What is mangled has large and small letters: of those with letters of one kind, viem takes no large ones.
    private JsonObject Account()
    {
        var text = $"{chance.Address()}";
        var letters = text.Select((letter, at) => (letter, at)).Where(one => one.at > 1 && char.IsAsciiLetter(one.letter)).ToArray();
        var (letter, place) = chance.Pick(letters);
        var mangled = chance.Below(3) switch
        {
            0 => text[..^1],
            1 => text,
            _ => string.Concat(text.AsSpan(0, place), $"{(char)(letter ^ ' ')}", text.AsSpan(place + 1)),
        };
        return new JsonObject
        {
            ["bytes"] = text.ToLowerInvariant(),
            ["text"] = text,
            ["mangled"] = mangled,
            ["isTaken"] = Address.TryParse(mangled, out _),
        };
    }

    private JsonObject Tree(int number)
    {
        var lines = Enumerable.Range(0, number < 3 ? number + 1 : 1 + chance.Below(40)).Select(_ => (chance.Address(), new Wei(chance.Number(128)))).ToArray();
        var tree = new CreditTree(lines);
        Expected["trees"] = Expected.GetValueOrDefault("trees") + (3 * lines.Length);
        return new JsonObject
        {
            ["lines"] = new JsonArray([.. lines.Select(line => new JsonArray($"{line.Item1}", ToJson(line.Item2.Value)))]),
            ["root"] = $"{tree.Root}",
            ["proofs"] = new JsonArray([.. lines.Select((_, line) => new JsonArray([.. tree.Proof(line).Select(hash => (JsonNode)$"{hash}")]))]),
        };
    }

    private JsonObject Id()
    {
        var work = new Work((WorkKind)chance.Below(4), chance.Hash(), chance.Hash());
        var (place, contributor, round, parent) = (new ContractPlace((ulong)chance.Number(64), chance.Address()), chance.Address(), (uint)chance.Number(32), chance.Hash());
        return new JsonObject
        {
            ["chain"] = ToJson(new BigInteger(place.ChainId)),
            ["contract"] = $"{place.Contract}",
            ["contributor"] = $"{contributor}",
            ["kind"] = (int)work.Kind,
            ["round"] = round,
            ["parent"] = $"{parent}",
            ["demonstrations"] = $"{work.Demonstrations}",
            ["update"] = $"{work.Update}",
            ["id"] = $"{work.IdIn(place, contributor, round, parent)}",
            ["content"] = $"{work.ContentId}",
        };
    }

    // The last costs what it costs usually.
    private JsonObject Keystore(int number)
    {
        var (key, password) = (chance.Key(), chance.Password());
        var file = new KeystoreFile(Path.Combine(folder, $"{number}.json"));
        using var signer = LocalSigner.Of(key);
        file.Save(signer, password, number switch { 0 => ScryptCost.Least, 1 => new ScryptCost(64, 1, 2), 2 => new ScryptCost(4096, 2, 3), _ => ScryptCost.Usual });
        return new JsonObject
        {
            ["key"] = Hex.Of(key),
            ["password"] = password,
            ["json"] = File.ReadAllText(file.Path),
        };
    }

    private static JsonObject ToJson(TypedDomain domain) => new(
        ((string Name, object? Value)[])
        [
            ("name", domain.Name), ("version", domain.Version), ("chainId", domain.ChainId), ("verifyingContract", domain.VerifyingContract), ("salt", domain.Salt?.ToArray()),
        ]
        is var parts
            ? parts.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, (JsonNode?)ToJson(part.Value!)))
            : []);

    private static JsonObject ToJson(Transaction transaction) => new()
    {
        ["chainId"] = ToJson(new BigInteger(transaction.ChainId)),
        ["nonce"] = ToJson(new BigInteger(transaction.Nonce)),
        ["maxPriorityFeePerGas"] = ToJson(transaction.MaxPriorityFeePerGas.Value),
        ["maxFeePerGas"] = ToJson(transaction.MaxFeePerGas.Value),
        ["gasLimit"] = ToJson(new BigInteger(transaction.GasLimit)),
        ["to"] = transaction.To?.ToString(),
        ["value"] = ToJson(transaction.Value.Value),
        ["data"] = Hex.Of(transaction.Data.Span),
        ["accessList"] = new JsonArray([.. transaction.AccessList.Select(entry => new JsonObject
        {
            ["address"] = $"{entry.Contract}",
            ["storageKeys"] = new JsonArray([.. entry.Places.Select(place => (JsonNode)$"{place}")]),
        })]),
    };

    // Numbers as text: JSON's are not exact.
    private static JsonNode ToJson(object value) => value switch
    {
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        bool truth => truth,
        string text => text,
        byte[] bytes => Hex.Of(bytes),
        Address address => $"{address}",
        IReadOnlyDictionary<string, object?> fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)ToJson(field.Value!)))),
        object[] list => new JsonArray([.. list.Select(ToJson)]),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
