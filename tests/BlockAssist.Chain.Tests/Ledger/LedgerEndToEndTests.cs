using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Contributions.Told;
using BlockAssist.Chain.Events;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Tests.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Ledger;

/// <summary>All that is there for nodes, on the ledger: senders, the contract's words, feeds.</summary>
public sealed class LedgerEndToEndTests
{
    private static readonly Hash32 Parent = Keccak256.Of("parent");
    private static readonly ContributionsArtifact Artifact = ContributionsArtifact.Load();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_contribution_is_submitted_credited_claimed_and_withdrawn()
    {
        using var some = await SomeLedger.CreateAsync();
        using var folder = new TemporaryFolder();
        using var admin = new Account(some, folder, 1);
        using var ada = new Account(some, folder, 2);
        var contract = new ContributionsContract(some.Node, some.Place, Artifact);
        await BeginAsync(contract, admin, ada);
        var work = new Work(WorkKind.Session, Keccak256.Of("play"), default);
        var tree = new CreditTree([(ada.Sender.Account, new Wei(400)), (admin.Sender.Account, new Wei(100))]);

        await ada.DoAsync(contract.Submit(work, 1, Parent));
        var again = await Assert.ThrowsAsync<ChainException>(() => ada.DoAsync(contract.Submit(work, 1, Parent)));
        some.Clock.Seconds += 30;
        await admin.DoAsync(contract.SettleRound(1, Parent, Keccak256.Of("record"), tree));
        some.Reopen();
        contract = new ContributionsContract(some.Node, some.Place, Artifact);
        await admin.DoAsync(contract.Claim(1, tree, 0));
        await ada.DoAsync(contract.Withdraw());

        Assert.True(await contract.HasAsync(work.IdIn(some.Place, ada.Sender.Account, 1, Parent), Cancellation));
        Assert.Contains("DuplicateContribution", again.Message, StringComparison.Ordinal);
        Assert.True(await contract.IsClaimedAsync(1, 0, Cancellation));
        Assert.Equal(new Wei(400), await some.Node.BalanceAsync(ada.Sender.Account, Cancellation));
        var submitted = await FirstAsync(new EventFeed<ContributionSubmitted>(some.Node, some.Place.Contract, new LogFeedOptions { Confirmations = 1 }, new HurriedClock()));
        Assert.Equal((ada.Sender.Account, Keccak256.Of("play"), LogChange.Final), (submitted.Event.Contributor, submitted.Event.Demonstrations, submitted.Change));
    }

    [Fact]
    public async Task A_feed_tells_all_logs_in_their_order_and_what_comes_while_it_waits()
    {
        using var some = await SomeLedger.CreateAsync();
        var (ada, clock) = (some.Person(2), new HurriedClock());
        await some.TellAsync(ada, "registerPeer", "peer 0");
        var sends = 0;
        clock.OnWait = () => some.TellAsync(ada, "registerPeer", $"peer {++sends}").GetAwaiter().GetResult();
        var topics = Artifact.Abi.Event("PeerRegistered").TopicsFor(ada.Address);
        var told = new List<ulong>();
        var feed = new LogFeed(some.Node, new LogFilter(some.Place.Contract, topics), new LogFeedOptions { Confirmations = 1 }, clock);

        await foreach (var (log, change) in feed.ReadAsync(0, Cancellation))
        {
            if (change == LogChange.Final)
            {
                told.Add(log.Height);
            }

            if (told.Count == 4)
            {
                break;
            }
        }

        Assert.Equal([1UL, 2, 3, 4], told);
    }

    [Fact]
    public async Task A_transaction_that_is_refused_in_its_block_counts_as_reverted()
    {
        using var some = await SomeLedger.CreateAsync();
        using var folder = new TemporaryFolder();
        using var ada = new Account(some, folder, 2);
        var request = new TransactionRequest(some.Place.Contract, Artifact.Abi.Function("pause").EncodeCall()) { GasLimit = 100_000, Errors = Artifact.Errors };

        var outcome = await ada.Sender.WaitAsync(await ada.Sender.SendAsync(request, Cancellation), new WaitOptions { Confirmations = 1 }, Cancellation);

        Assert.Equal(1UL, Assert.IsType<Reverted>(outcome).Receipt.Height);
    }

    private static async Task BeginAsync(ContributionsContract contract, Account admin, Account ada)
    {
        var key = Keccak256.Of("ada");
        await admin.DoAsync(contract.GrantVerifier(admin.Sender.Account));
        await admin.DoAsync(contract.PostBond(new Wei(1000)));
        await ada.DoAsync(contract.ClaimPeer(key, new byte[64]));
        await admin.DoAsync(contract.ConfirmPeer(ada.Sender.Account, key));
        await admin.DoAsync(contract.OpenRound(Parent, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), new Wei(1000)));
    }

    private static async Task<ChainEvent<T>> FirstAsync<T>(EventFeed<T> feed)
        where T : class
    {
        await foreach (var told in feed.ReadAsync(0, Cancellation))
        {
            return told;
        }

        throw new InvalidOperationException("a feed has no end");
    }

    // The ledger may be opened anew meanwhile: the node is asked for each time.
    private sealed class Account : IDisposable
    {
        private readonly LocalSigner _signer;
        private readonly NodeNonceSource _nonces;
        private readonly SenderLock _held;

        public Account(SomeLedger some, TemporaryFolder folder, byte key)
        {
            var node = new ChainNode(new Current(some));
            var clock = new HurriedClock();
            _signer = Some.Signer(key);
            _held = SenderLock.Take(folder.Path, some.Place.ChainId, _signer.Address);
            _nonces = new NodeNonceSource(node, _signer.Address, clock);
            Sender = new AccountSender(node, _signer, _held, new FeeHistoryOracle(node, Wei.Zero), _nonces, new SenderOptions { MaxFeePerGas = Wei.Zero }, clock, new Random(key));
        }

        public AccountSender Sender { get; }

        public async Task DoAsync(TransactionRequest request) => Assert.IsType<Mined>(
            await Sender.WaitAsync(await Sender.SendAsync(request, Cancellation), new WaitOptions { Confirmations = 1 }, Cancellation));

        public void Dispose()
        {
            _nonces.Dispose();
            _held.Dispose();
            _signer.Dispose();
        }
    }

    private sealed class Current(SomeLedger some) : IJsonRpc
    {
        public Task<System.Text.Json.JsonElement> CallAsync(RpcCall question, CancellationToken cancellation) => some.Ledger.CallAsync(question, cancellation);

        public Task<IReadOnlyList<RpcReply>> BatchAsync(IReadOnlyList<RpcCall> questions, CancellationToken cancellation) => some.Ledger.BatchAsync(questions, cancellation);
    }
}
