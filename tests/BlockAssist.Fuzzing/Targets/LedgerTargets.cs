using System.Text;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Ledger.Blocks;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;
using BlockAssist.Fuzzing.Engine;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>The ledger of a swarm: what any peer may ask and send, and its file.</summary>
internal static class LedgerTargets
{
    // A ledger that has grown is made anew.
    private const int MostInputs = 2000;

    private static readonly string[] Words =
    [
        "\"method\"", "\"params\"", "\"id\"", "eth_call", "eth_getLogs", "eth_getBlockByNumber", "eth_getBlockByHash", "eth_feeHistory", "eth_sendRawTransaction", "eth_getBalance", "eth_estimateGas",
        "eth_getTransactionCount", "\"latest\"", "\"fromBlock\"", "\"toBlock\"", "\"topics\"", "\"address\"", "\"blockHash\"", "\"to\"", "\"from\"", "\"data\"", "\"input\"", "\"value\"", "\"0x0\"",
    ];

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("ledger-door", room => new Door(room).Read) { Seeds = Questions, Words = Words },
        new("ledger-transaction", room => new Door(room).Send) { Seeds = () => [SeedLedger.Transaction(1), .. Calls().Select((call, nonce) => SeedLedger.Transaction((ulong)nonce + 1, Contract, call))], Seal = Signed, MostBytes = 4 << 10, ChangesInTests = 50 },
        new("ledger-call", room => new Door(room).Call) { Seeds = Calls },
        new("ledger-file", room => bytes =>
        {
            File.WriteAllBytes(room.File("fuzzed"), bytes);
            EmbeddedLedger.Verify(room.File("fuzzed"), CancellationToken.None);
        })
        {
            Seeds = Files,
            Allowed = [typeof(LedgerException)],
            ChangesInTests = 50,
        },
        new("ledger-block", _ => bytes => BlockBody.Read(bytes)) { Seeds = () => [new BlockBody(5, default, 6, default, SeedLedger.Transaction(1), IsSuccess: true, default).ToBytes()], Allowed = [typeof(ChainFormatException)] },
        new("ledger-genesis", _ => bytes => LedgerGenesis.Read(bytes, ContributionsArtifact.Load(), "fuzzed")) { Seeds = () => [new LedgerGenesis { Founder = default }.ToBytes(ContributionsArtifact.Load())], Allowed = [typeof(ChainFormatException)] },
    ];

    private static Address Contract
    {
        get
        {
            using var founder = SeedLedger.Signer(1);
            return CreatedContract.AddressOf(founder.Address, 0);
        }
    }

    private static IEnumerable<byte[]> Questions()
    {
        string[] questions =
        [
            """{"jsonrpc":"2.0","id":1,"method":"eth_blockNumber"}""",
            $$$"""[{"id":1,"method":"eth_getBlockByNumber","params":["latest",true]},{"id":"two","method":"eth_getBalance","params":["{{{Contract}}}","latest"]}]""",
            $$$"""{"id":2,"method":"eth_call","params":[{"to":"{{{Contract}}}","from":"{{{Contract}}}","data":"0x01020304","value":"0x0"},"latest"]}""",
            $$$"""{"id":3,"method":"eth_getLogs","params":[{"fromBlock":"0x0","toBlock":"latest","address":["{{{Contract}}}"],"topics":[null,["{{{new Hash32(new byte[32])}}}"]]}]}""",
            """{"id":4,"method":"eth_feeHistory","params":["0x5","latest",[50]]}""",
            $$$"""{"id":5,"method":"eth_getTransactionCount","params":["{{{Contract}}}",{"blockNumber":"0x0"}]}""",
            $$$"""{"id":6,"method":"eth_sendRawTransaction","params":["{{{Hex.Of(SeedLedger.Transaction(1))}}}"]}""",
            $$$"""{"id":7,"method":"eth_getTransactionReceipt","params":["{{{new Hash32(new byte[32])}}}"]}""",
        ];
        return questions.Select(Encoding.UTF8.GetBytes);
    }

    // Every function of the contract, with zeros behind.
    private static IEnumerable<byte[]> Calls() =>
        ContributionsArtifact.Load().Abi.Functions.Select(function => function.Selector.Before(new byte[256]));

    private static byte[] Signed(byte[] transaction)
    {
        try
        {
            using var signer = SeedLedger.Signer(1);
            var read = SignedTransaction.Parse(transaction).Transaction;
            return read.With(signer.Sign(read.SigningHash)).Bytes.ToArray();
        }
        catch (ChainFormatException)
        {
            return transaction;
        }
    }

    private static IEnumerable<byte[]> Files()
    {
        using var room = new FuzzRoom();
        using var sealer = SeedLedger.Signer(200);
        using (var ledger = SeedLedger.In(room.File("ledger"), sealer))
        {
            ledger.CallAsync(new RpcCall("eth_sendRawTransaction", Hex.Of(SeedLedger.Transaction(1))), CancellationToken.None).GetAwaiter().GetResult();
        }

        return [File.ReadAllBytes(room.File("ledger"))];
    }

    /// <summary>A ledger, and the door to it.</summary>
    private sealed class Door(FuzzRoom room)
    {
        private readonly LocalSigner _sealer = room.Own(SeedLedger.Signer(200));
        private EmbeddedLedger? _ledger;
        private int _inputs;

        private EmbeddedLedger Ledger
        {
            get
            {
                if (_ledger is null || ++_inputs % MostInputs == 0)
                {
                    _ledger?.Dispose();
                    _ledger = room.Own(SeedLedger.In(room.File($"ledger-{_inputs}"), _sealer));
                }

                return _ledger;
            }
        }

        public void Read(byte[] bytes) => new RpcDoor(Ledger).AnswerAsync(bytes, CancellationToken.None).GetAwaiter().GetResult();

        public void Send(byte[] transaction) => Ask(new RpcCall("eth_sendRawTransaction", Hex.Of(transaction)));

        public void Call(byte[] data) => Ask(new RpcCall("eth_call", new System.Text.Json.Nodes.JsonObject { ["to"] = Contract.ToString(), ["data"] = Hex.Of(data) }, "latest"));

        private void Ask(RpcCall question)
        {
            try
            {
                Ledger.CallAsync(question, CancellationToken.None).GetAwaiter().GetResult();
            }
            catch (ChainException)
            {
                // As nodes refuse.
            }
        }
    }
}
