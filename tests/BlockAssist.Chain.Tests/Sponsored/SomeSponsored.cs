using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Sponsored;
using BlockAssist.Chain.Tests.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Sponsored;

/// <summary>An account that is a contract on a chain in memory, and all between them.</summary>
internal sealed class SomeSponsored : IDisposable
{
    public static readonly AbiError Duplicate = AbiError.Parse("DuplicateContribution(bytes32 id)");

    private readonly HttpJsonRpc _nodeRpc;
    private readonly HttpJsonRpc _bundlerRpc;
    private readonly LocalSigner _owner = Some.Signer(1);
    private readonly TemporaryFolder _folder = new();
    private readonly SenderLock _lock;

    public SomeSponsored(Wei? cap = null, IChainSigner? owner = null)
    {
        (Server, BundlerServer) = (new FakeNode(Chain.Answer), new FakeNode(Chain.Answer));
        (_nodeRpc, _bundlerRpc) = (Server.Rpc(Clock, new RpcOptions { Retries = 3 }), BundlerServer.Rpc(Clock, new RpcOptions { Retries = 3 }));
        Account = new SimpleAccount(owner ?? _owner, EntryPointVersion.V08, Some.Address(0x33), new AccountCreation(Some.Address(0xFA), new byte[] { 1, 2, 3 }));
        _lock = SenderLock.Take(_folder.Path, Some.ChainId, Account.Address);
        var node = new ChainNode(_nodeRpc);
        Sender = new UserOperationSender(
            node, new Bundler(_bundlerRpc), Account, SponsoredChain.EntryPoint, _lock, new FeeHistoryOracle(node, Wei.Zero), new PaymasterService(_bundlerRpc),
            new SponsoredOptions { MaxFeePerGas = cap ?? Wei.Gwei(100), Lanes = 4 }, Clock, new Random(1));
    }

    public static TransactionRequest Request { get; } = new(Some.Address(2), new byte[] { 7 }) { Errors = new KnownErrors(Duplicate) };

    public HurriedClock Clock { get; } = new();

    public SponsoredChain Chain { get; } = new();

    public FakeNode Server { get; }

    public FakeNode BundlerServer { get; }

    public SimpleAccount Account { get; }

    public UserOperationSender Sender { get; }

    public static UserOperation Asked(SentTransaction sent) => Assert.IsType<SignedUserOperation>(sent.Newest).Operation;

    public Task<SentTransaction> SendAsync(Action<SignedUserOperation>? keep = null) => Sender.SendAsync(
        Request with
        {
            OnSigned = (signed, _) =>
            {
                keep?.Invoke((SignedUserOperation)signed);
                return default;
            },
        },
        TestContext.Current.CancellationToken);

    public Task<TransactionOutcome> WaitAsync(SentTransaction sent, WaitOptions? options = null) =>
        Sender.WaitAsync(sent, options ?? new WaitOptions { Confirmations = 2, ReplaceAfter = TimeSpan.FromSeconds(20) }, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        Sender.Dispose();
        _nodeRpc.Dispose();
        _bundlerRpc.Dispose();
        Server.Dispose();
        BundlerServer.Dispose();
        _lock.Dispose();
        _owner.Dispose();
        _folder.Dispose();
    }
}
