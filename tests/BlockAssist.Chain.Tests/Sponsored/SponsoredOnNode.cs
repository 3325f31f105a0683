using System.Text.Json;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Sponsored;
using BlockAssist.Chain.Tests.Solidity;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Sponsored;

/// <summary>The EntryPoint of ERC-4337 on a real node, with a factory of accounts, a paymaster that has money there, and a bundler.</summary>
internal sealed class SponsoredOnNode : IDisposable
{
    private readonly AnvilNode _node;
    private readonly TemporaryFolder _folder = new();
    private readonly LocalSigner _sponsor = Some.Signer(0x51);
    private readonly List<IDisposable> _open = [];

    private SponsoredOnNode(AnvilNode node) => _node = node;

    public EntryPoint EntryPoint { get; private set; } = null!;

    public ContractAbi Abi { get; private set; } = null!;

    public SmallBundler Bundler { get; private set; } = null!;

    public SponsorService Sponsor { get; private set; } = null!;

    private Address Factory { get; set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SponsoredOnNode> StartAsync(AnvilNode node, EntryPointVersion version = EntryPointVersion.V08)
    {
        var sponsored = new SponsoredOnNode(node);
        var rich = node.Sender(2);
        var (abi, code) = Artifact("EntryPoint", version);
        sponsored.Abi = abi;
        sponsored.EntryPoint = new EntryPoint(await MakeAsync(node, rich, code), version);
        var (factory, factoryCode) = Artifact("SimpleAccountFactory", version);
        sponsored.Factory = await MakeAsync(node, rich, [.. factoryCode, .. factory.Constructor.EncodeParts(sponsored.EntryPoint.Contract)]);
        var (status, told) = await NodeTools.RunAsync("node", ["test/sponsored/compile.mjs"], Cancellation);
        Assert.True(status == 0, told);
        var constructor = AbiFunction.Parse("constructor(address,address)").Inputs;
        var paymaster = await MakeAsync(node, rich, [.. Hex.Read(told.Trim()), .. constructor.EncodeParts(sponsored.EntryPoint.Contract, sponsored._sponsor.Address)]);
        await node.SendAsync(rich, new TransactionRequest(sponsored.EntryPoint.Contract, abi.Function("depositTo").EncodeCall(paymaster), Wei.ParseEther("10")));
        sponsored.Sponsor = new SponsorService(paymaster, sponsored._sponsor, AnvilNode.ChainId);
        sponsored.Bundler = new SmallBundler(node.Node, rich, sponsored.EntryPoint, abi, AnvilNode.ChainId);
        return sponsored;
    }

    /// <summary>An account of a key, which need not be there yet.</summary>
    public Task<SimpleAccount> AccountAsync(LocalSigner owner) => SimpleAccount.OfFactoryAsync(_node.Node, Factory, owner, 7, EntryPoint.Version, Cancellation);

    /// <summary>Who sends for an account.</summary>
    public UserOperationSender Sender(ISmartAccount account, ChainNode? way = null)
    {
        var node = way ?? _node.Node;
        var held = SenderLock.Take(_folder.Path, AnvilNode.ChainId, account.Address);
        var sender = new UserOperationSender(
            node, new Bundler(Bundler), account, EntryPoint, held, new FeeHistoryOracle(node, Wei.Gwei(1)), new PaymasterService(Sponsor), new SponsoredOptions { MaxFeePerGas = Wei.Gwei(100) },
            TimeProvider.System, new Random(1));
        _open.AddRange([sender, held]);
        return sender;
    }

    public void Dispose()
    {
        _open.ForEach(one => one.Dispose());
        _sponsor.Dispose();
        _folder.Dispose();
    }

    private static (ContractAbi Abi, byte[] Code) Artifact(string name, EntryPointVersion version)
    {
        var package = version == EntryPointVersion.V07 ? "contracts-0.7" : "contracts";
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(NodeTools.Folder, "node_modules", "@account-abstraction", package, "artifacts", $"{name}.json")));
        return (ContractAbi.Parse(json.RootElement.GetProperty("abi").GetRawText()), json.RootElement.Hex("bytecode"));
    }

    private static async Task<Address> MakeAsync(AnvilNode node, AccountSender sender, byte[] code) => (await node.SendAsync(sender, new TransactionRequest(null, code))).Created!.Value;
}
