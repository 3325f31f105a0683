using System.Text;
using System.Text.Json;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Contributions.Told;
using BlockAssist.Chain.Events;
using BlockAssist.Chain.Keystores;
using BlockAssist.Chain.Rlp;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Sponsored;
using BlockAssist.Chain.Values;
using BlockAssist.Fuzzing.Engine;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>What nodes of chains answer, and the forms in which chains write things down.</summary>
internal static class ChainTargets
{
    private const string Digits = "0x1111111111111111111111111111111111111111111111111111111111111111";
    private const string Account = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    private const string Receipt = $$"""
        {"transactionHash":"{{Digits}}","blockHash":"{{Digits}}","blockNumber":"0x5","status":"0x1","gasUsed":"0x5208","effectiveGasPrice":"0x1","contractAddress":null,"logs":[{{Log}}]}
        """;

    private const string Log = $$"""
        {"address":"{{Account}}","topics":["{{Digits}}"],"data":"0x01","blockNumber":"0x5","blockHash":"{{Digits}}","transactionHash":"{{Digits}}","logIndex":"0x0","removed":false}
        """;

    private static readonly string[] TypeTexts = ["uint256", "string", "(bytes,(bool,address)[])[]", "int8[3][]", "(string,bytes4)[2]", "bytes[][][]", "tuple(uint256 a, fixed128x18 b)"];
    private static readonly string[] AbiWords = ["[]", "[2147483647]", "[1048576]", "(", ")", ",", "tuple", "uint", "int", "bytes32", "indexed ", "returns ", "function", "ufixed8x80"];

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        Form("abi-type", bytes => AbiType.Parse(Text(bytes)), () => TypeTexts.Select(Bytes)) with { Words = AbiWords },
        Form("abi-signature", bytes => ReadSignatures(Text(bytes)), () => ((string[])["Transfer(address indexed from, address indexed to, uint256 value)", "call(uint256,(string,bytes)[]) returns (bool)"]).Select(Bytes)) with { Words = AbiWords },
        Form("abi-json", bytes => ContractAbi.Parse(Text(bytes)), () => ((string[])["""[{"type":"function","name":"f","inputs":[{"name":"a","type":"tuple[]","components":[{"name":"b","type":"uint8"}]}],"outputs":[]},{"type":"event","name":"E","inputs":[{"type":"address","indexed":true}],"anonymous":false},{"type":"error","name":"X","inputs":[]},{"type":"constructor","inputs":[]}]"""]).Select(Bytes)) with { Words = [.. AbiWords, "\"type\"", "\"components\"", "\"inputs\"", "\"constructor\""] },
        Form("abi-values", bytes => Each(TypeTexts, text => AbiType.Parse(text).Decode(bytes)), AbiValues),
        new("contract-errors", _ => bytes => KnownErrors.OfSolidity.Read(bytes).ToString()) { Seeds = () => [AbiFunction.Parse("Error(string)").EncodeCall("a reason"), AbiFunction.Parse("Panic(uint256)").EncodeCall(17)] },
        new("contract-events", _ => OfEvents()) { Seeds = Events },
        Form("rlp", bytes => RlpReader.Read(bytes), () => [RlpWriter.Write(RlpItem.ListOf(RlpItem.Of(1), RlpItem.Of(new byte[300]), RlpItem.ListOf(RlpItem.Of(0)))), SeedLedger.Transaction(1)]),
        Form("transaction", bytes => _ = SignedTransaction.Parse(bytes).Sender, () => [SeedLedger.Transaction(0), SeedLedger.Transaction(7)]),
        Form("user-operation", bytes => SignedUserOperation.Parse(bytes), SeedLedger.UserOperations),
        new("keystore", _ => bytes => KeystoreContent.Read(bytes)) { Seeds = Keystores, Words = ["\"version\"", "\"crypto\"", "\"kdfparams\"", "\"n\"", "\"r\"", "\"p\"", "\"dklen\"", "\"salt\"", "pbkdf2"] },
        Form("chain-values", bytes => Each(Parsers, parse => parse(Text(bytes))), () => ((string[])[Digits, Account, "0x10", "12.5", "0x"]).Select(Bytes)),
        new("rpc-answer", _ => ReadAnswers) { Seeds = () => ((string[])["""{"jsonrpc":"2.0","id":1,"result":"0x10"}""", """[{"id":1,"result":{"a":[1,{"b":null}]}},{"id":2,"error":{"code":3,"message":"execution reverted","data":"0x08c379a0"}}]""", """{"id":1,"error":{"code":-32000,"message":"reverted","data":{"data":{"data":null}}}}"""]).Select(Bytes), Words = ["\"error\"", "\"data\"", "\"message\"", "\"code\"", "\"result\"", "\"id\"", "0x4e487b71", "\"originalError\""] },
        new("rpc-node", _ => AskNode) { Seeds = NodeAnswers, Words = ["\"blockNumber\"", "\"logs\"", "\"topics\"", "\"reward\"", "\"baseFeePerGas\"", "\"0x\"", Digits], Allowed = [typeof(ChainException)] },
        new("rpc-sponsors", _ => AskSponsors) { Seeds = () => ((string[])["""0"0x1" """, $$"""1["{{Account}}"]""", $$$"""2{"receipt":{"transactionHash":"{{{Digits}}}"}}""", """3{"callGasLimit":"0x1","verificationGasLimit":"0x2","preVerificationGas":"0x3"}"""]).Select(Bytes), Allowed = [typeof(ChainException)] },
    ];

    private static Action<string>[] Parsers =>
        [text => Hash32.Parse(text), text => Address.Parse(text), text => Quantity.Read(text), text => Quantity.ReadUInt64(text), text => Wei.ParseEther(text), text => Hex.Read(text)];

    private static FuzzTarget Form(string name, Action<byte[]> read, Func<IEnumerable<byte[]>> seeds) => new(name, _ => read) { Seeds = seeds, Allowed = [typeof(ChainFormatException)] };

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    // Each reads it, whatever the others make of it.
    private static void Each<T>(IEnumerable<T> all, Action<T> read)
    {
        foreach (var one in all)
        {
            try
            {
                read(one);
            }
            catch (ChainFormatException)
            {
                // Refused.
            }
        }
    }

    private static void ReadSignatures(string text) => Each<Action>([() => AbiFunction.Parse(text), () => AbiEvent.Parse(text), () => AbiError.Parse(text)], read => read());

    private static IEnumerable<byte[]> AbiValues()
    {
        yield return AbiType.Parse("string").Encode("some text");
        yield return AbiType.Parse("int8[3][]").Encode(new object[] { new object[] { 1, 2, 3 }, new object[] { 4, 5, 6 } });
        yield return AbiType.Parse("bytes[][][]").Encode(new object[] { new object[] { new object[] { new byte[] { 1 } } } });
        yield return AbiType.Parse("(bytes,(bool,address)[])[]").Encode(new object[] { new object[] { new byte[3], new object[] { new object[] { true, Address.Parse(Account) } } } });
    }

    private static Action<byte[]> OfEvents()
    {
        var (submitted, claimed, opened) = (new EventReader<ContributionSubmitted>(), new EventReader<PeerClaimed>(), new EventReader<RoundOpened>());
        AbiEvent[] events = [submitted.Event, claimed.Event, opened.Event];
        return bytes =>
        {
            // Topics of 32 bytes, how many and of which event says the first byte, then the data.
            var count = bytes.Length == 0 ? 0 : Math.Min(bytes[0] & 3, (bytes.Length - 1) / Hash32.Bytes);
            var told = events[bytes.Length == 0 ? 0 : (bytes[0] >> 2) % events.Length];
            Hash32[] topics = [told.Topic, .. Enumerable.Range(0, count).Select(i => new Hash32(bytes.AsSpan(1 + (i * Hash32.Bytes), Hash32.Bytes)))];
            var log = new EventLog(Address.Parse(Account), topics, bytes.AsMemory(Math.Min(bytes.Length, 1 + (count * Hash32.Bytes))), 1, default, default, 0);
            submitted.TryRead(log, out _);
            claimed.TryRead(log, out _);
            opened.TryRead(log, out _);
        };
    }

    private static IEnumerable<byte[]> Events() => Enumerable.Range(0, 12).Select(number => (byte[])[(byte)number, .. new byte[3 * Hash32.Bytes], .. AbiType.Parse("(uint256,string,bytes)").Encode(new object[] { 1, "a", new byte[40] })]);

    private static IEnumerable<byte[]> Keystores()
    {
        using var room = new FuzzRoom();
        using var signer = SeedLedger.Signer(1);
        new KeystoreFile(room.File("key.json")).Save(signer, "a password", ScryptCost.Least);
        return [File.ReadAllBytes(room.File("key.json"))];
    }

    private static void ReadAnswers(byte[] bytes)
    {
        var question = new RpcCall("eth_blockNumber");
        RpcText.Read(bytes, [question], 1, isBatch: false);
        RpcText.Read(bytes, [question, question], 1, isBatch: true);
    }

    private static IEnumerable<byte[]> NodeAnswers() =>
        ((string[])["0\"0x7a69\"", "1\"0x10\"", $$"""2{"number":"0x5","hash":"{{Digits}}","parentHash":"{{Digits}}","timestamp":"0x1","baseFeePerGas":"0x1"}""", $"3{Receipt}", $"4[{Log}]", """5{"oldestBlock":"0x1","baseFeePerGas":["0x1","0x2"],"gasUsedRatio":[0.5],"reward":[["0x1"]]}""", "6\"0x00\"", "7{}"]).Select(Bytes);

    // The first letter says what was asked; the rest is answered.
    private static void AskNode(byte[] bytes)
    {
        if (AnswerIn(bytes) is not { } answer)
        {
            return;
        }

        var (node, hash, none) = (new ChainNode(new Told(answer)), Hash32.Parse(Digits), CancellationToken.None);
        Task asked = (bytes[0] % 8) switch
        {
            0 => node.ChainIdAsync(none),
            1 => node.HeightAsync(none),
            2 => node.BlockAsync(5, none),
            3 => node.ReceiptAsync(hash, none),
            4 => node.LogsAsync(new LogFilter(Address.Parse(Account), [Hash32.Parse(Digits)]), hash, none),
            5 => node.FeeHistoryAsync(2, 50, none),
            6 => node.CodeAsync(Address.Parse(Account), none),
            _ => node.KnowsAsync(hash, none),
        };
        asked.GetAwaiter().GetResult();
    }

    private static void AskSponsors(byte[] bytes)
    {
        if (AnswerIn(bytes) is not { } answer)
        {
            return;
        }

        var (bundler, none) = (new Bundler(new Told(answer)), CancellationToken.None);
        var asked = (bytes[0] % 4) switch
        {
            0 => bundler.DemandChainAsync(1, none),
            1 => bundler.EntryPointsAsync(none),
            2 => bundler.TransactionOfAsync(Hash32.Parse(Digits), none),
            _ => bundler.KnowsAsync(Hash32.Parse(Digits), none),
        };
        asked.GetAwaiter().GetResult();
    }

    private static JsonElement? AnswerIn(byte[] bytes)
    {
        try
        {
            return bytes.Length == 0 ? null : JsonElement.Parse(bytes.AsSpan(1));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Answers always the same.</summary>
    private sealed class Told(JsonElement answer) : IJsonRpc
    {
        public Task<JsonElement> CallAsync(RpcCall question, CancellationToken cancellation) => Task.FromResult(answer);

        public Task<IReadOnlyList<RpcReply>> BatchAsync(IReadOnlyList<RpcCall> questions, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<RpcReply>>([.. questions.Select(_ => new RpcReply(answer, null))]);
    }
}
