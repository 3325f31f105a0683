using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Solidity;

/// <summary>A chain of its own, with the contract on it; accounts are anvil's usual ones, which everybody knows the keys of.</summary>
internal sealed class AnvilNode : IDisposable
{
    public const ulong ChainId = 31_337;

    private static readonly string[] Keys =
    [
        "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80",
        "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d",
        "5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a",
    ];

    private readonly ulong _chainId;
    private readonly Process _process;
    private readonly HttpJsonRpc _rpc;
    private readonly TemporaryFolder _folder = new();
    private readonly List<IDisposable> _open = [];

    /// <summary>A node of its own.</summary>
    /// <param name="chainId">Of which chain.</param>
    /// <param name="options">What else it is told when it starts.</param>
    public AnvilNode(ulong chainId = ChainId, params IEnumerable<string> options)
    {
        _chainId = chainId;
        var port = LoopbackPort.Free();
        _process = Process.Start(NodeTools.Anvil, ["--host", "127.0.0.1", "--port", $"{port}", "--silent", "--chain-id", $"{chainId}", .. options]);
        LoopbackPort.Await(port);
        Place = new Uri($"http://127.0.0.1:{port}");
        _rpc = new HttpJsonRpc(Place, HttpJsonRpc.Handler(), new RpcOptions(), TimeProvider.System, new Random(1));
        Node = new ChainNode(_rpc);
        using var artifact = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(NodeTools.Folder, "artifacts", "Contributions.json")));
        Abi = ContractAbi.Parse(artifact.RootElement.GetProperty("abi").GetRawText());
        Bytecode = Convert.FromHexString(artifact.RootElement.GetProperty("bytecode").GetString()![2..]);
        Runtime = Convert.FromHexString(artifact.RootElement.GetProperty("deployedBytecode").GetString()![2..]);
        Immutables = [.. artifact.RootElement.GetProperty("immutables").EnumerateArray().Select(one => (one.GetProperty("start").GetInt32(), one.GetProperty("length").GetInt32()))];
        Errors = new KnownErrors(Abi.Errors);
    }

    public Uri Place { get; }

    public IJsonRpc Rpc => _rpc;

    public ChainNode Node { get; }

    public ContractAbi Abi { get; }

    public byte[] Bytecode { get; }

    public byte[] Runtime { get; }

    public IReadOnlyList<(int Start, int Length)> Immutables { get; }

    public KnownErrors Errors { get; }

    public Address Contract { get; set; }

    /// <summary>The key of one of the accounts.</summary>
    public static LocalSigner Signer(int account) => LocalSigner.Of(Convert.FromHexString(Keys[account]));

    /// <summary>Who sends for one of the accounts.</summary>
    public AccountSender Sender(int account)
    {
        var signer = Signer(account);
        var nonces = new NodeNonceSource(Node, signer.Address, TimeProvider.System);
        var held = SenderLock.Take(_folder.Path, _chainId, signer.Address);
        _open.AddRange([signer, nonces, held]);
        return new AccountSender(
            Node, signer, held, new FeeHistoryOracle(Node, new Wei(1_000_000_000)), nonces, new SenderOptions { MaxFeePerGas = new Wei(100_000_000_000) }, TimeProvider.System, new Random(account));
    }

    public async Task<Receipt> SendAsync(AccountSender sender, TransactionRequest request)
    {
        var sent = await sender.SendAsync(request with { Errors = Errors }, TestContext.Current.CancellationToken);
        var outcome = await sender.WaitAsync(sent, new WaitOptions { Confirmations = 0, FirstWait = TimeSpan.FromMilliseconds(20) }, TestContext.Current.CancellationToken);
        return Assert.IsType<Mined>(outcome).Receipt;
    }

    public Task<Receipt> CallAsync(AccountSender sender, string function, params IReadOnlyList<object> values) =>
        SendAsync(sender, new TransactionRequest(Contract, Abi.Function(function).EncodeCall(values)));

    /// <summary>Tells the node something that only such a node is told.</summary>
    public Task TellAsync(string method, params JsonNode[] arguments) => _rpc.CallAsync(new RpcCall(method, arguments), TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _open.ForEach(one => one.Dispose());
        _rpc.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }
}
