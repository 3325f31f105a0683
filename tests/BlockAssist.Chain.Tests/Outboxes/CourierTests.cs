using System.Text.Json;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Contributions.Told;
using BlockAssist.Chain.Events;
using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Outboxes;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Outboxes;

/// <summary>Couriers that die at each question in turn, before it is asked or after it is answered; on a ledger, so that nothing is left to chance.</summary>
public sealed class CourierTests : IDisposable
{
    private static readonly Hash32 Parent = Some.Hash(99);

    private readonly TemporaryFolder _folder = new();
    private readonly LocalSigner _signer = Some.Signer(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _signer.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whichever_question_a_courier_dies_at_the_next_one_delivers_once(bool isAnswered)
    {
        var questions = 0;
        for (var at = 1; at == 1 || at <= questions; at++)
        {
            using var ledger = await LedgerAsync(at);
            using var outbox = With(at, 3);
            var mortal = new MortalWay(ledger, at, isAnswered);
            await Assert.ThrowsAsync<OperationCanceledException>(() => CourierOf(outbox, ledger.Place, mortal).DeliverAsync(Cancellation));

            var way = new MortalWay(ledger, int.MaxValue, isAnswered);
            var courier = CourierOf(outbox, ledger.Place, way);
            await courier.DeliverAsync(Cancellation);

            Assert.Null(courier.Trouble);
            Assert.Equal(new OutboxCount(0, 0, 3), outbox.Count(ledger.Place));
            Assert.Equal(3, (await SubmittedAsync(ledger)).Distinct().Count());
            Assert.Equal(3, (await SubmittedAsync(ledger)).Count);
            questions = at == 1 ? await QuestionsAsync() : questions;
        }

        Assert.InRange(questions, 20, 200);
    }

    [Fact]
    public async Task What_lands_in_no_round_waits_for_the_next()
    {
        using var ledger = await LedgerAsync(0, isOpen: false);
        using var outbox = With(0, 2);
        var courier = CourierOf(outbox, ledger.Place, ledger);

        await courier.DeliverAsync(Cancellation);
        Assert.Contains("no round takes contributions now", courier.Trouble, StringComparison.Ordinal);
        Assert.Equal((new OutboxCount(2, 0, 0), courier.Trouble), (outbox.Count(ledger.Place), outbox.TroubleOf(ledger.Place)));

        await OpenAsync(ledger, ContractOf(ledger));
        await courier.DeliverAsync(Cancellation);
        Assert.Null(courier.Trouble);
        Assert.Equal(new OutboxCount(0, 0, 2), outbox.Count(ledger.Place));
    }

    [Fact]
    public async Task An_account_that_is_not_confirmed_is_told_so()
    {
        using var ledger = await LedgerAsync(0, isConfirmed: false);
        using var outbox = With(0, 1);
        var courier = CourierOf(outbox, ledger.Place, ledger);

        await courier.DeliverAsync(Cancellation);

        Assert.Contains("no verifier has confirmed", courier.Trouble, StringComparison.Ordinal);
        Assert.Equal(1, outbox.Count(ledger.Place).Queued);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_cannot_be_gone_on_with_is_told_and_holds_up_nothing_else(bool isOfAnotherAccount)
    {
        using var ledger = await LedgerAsync(0);
        using var outbox = With(0, 2);
        var work = SomeWork.Number(1);
        var submission = new Submission(isOfAnotherAccount ? Some.Address(7) : _signer.Address, 1, Parent, Some.Hash(5));
        outbox.Keep(ledger.Place, work, submission, new byte[] { 1, 2, 3 });

        await CourierOf(outbox, ledger.Place, ledger).DeliverAsync(Cancellation);

        Assert.Equal(new OutboxCount(0, 1, 1), outbox.Count(ledger.Place));
        Assert.Contains("may still land", outbox.TroubleOf(ledger.Place), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_contract_has_already_counts_as_landed_and_is_not_sent_again()
    {
        using var ledger = await LedgerAsync(0);
        using (var first = With(0, 3))
        {
            await CourierOf(first, ledger.Place, ledger).DeliverAsync(Cancellation);
        }

        // As if the file had been lost.
        using var outbox = With(1, 3);
        var before = await new ChainNode(ledger).HeightAsync(Cancellation);
        await CourierOf(outbox, ledger.Place, ledger).DeliverAsync(Cancellation);

        Assert.Equal(new OutboxCount(0, 0, 3), outbox.Count(ledger.Place));
        Assert.Equal(before, await new ChainNode(ledger).HeightAsync(Cancellation));
    }

    [Fact]
    public async Task What_landed_and_is_gone_after_all_is_submitted_again()
    {
        using var first = await LedgerAsync(0);
        using var outbox = With(0, 1);
        await CourierOf(outbox, first.Place, first).DeliverAsync(Cancellation);
        var work = Assert.Single(outbox.Find(first.Place, DeliveryState.Landed, 1));

        // Another ledger at the same place has never heard of it.
        using var second = await LedgerAsync(1, chainId: first.Place.ChainId);
        await DoAsync(second, ContractOf(second).PostBond(new Wei(1)));
        await DoAsync(second, ContractOf(second).PostBond(new Wei(1)));
        var courier = CourierOf(outbox, second.Place, second, new CourierOptions { Wait = Wait, Idle = TimeSpan.FromMilliseconds(1), SettledDepth = 0 });
        await courier.DeliverAsync(Cancellation);

        Assert.Equal(first.Place, second.Place);
        Assert.Single(await SubmittedAsync(second));
        Assert.Equal(work.Work, Assert.Single(outbox.Find(first.Place, DeliveryState.Settled, 1)).Work);
    }

    private static readonly WaitOptions Wait = new() { Confirmations = 1, FirstWait = TimeSpan.FromMilliseconds(1) };

    private async Task<int> QuestionsAsync()
    {
        using var ledger = await LedgerAsync(1000);
        using var outbox = With(1000, 3);
        var way = new MortalWay(ledger, int.MaxValue, isAnswered: true);
        await CourierOf(outbox, ledger.Place, way).DeliverAsync(Cancellation);
        return way.Asked;
    }

    private Outbox With(int number, int works)
    {
        var outbox = new Outbox(_folder.File($"{number}.sqlite"));
        outbox.Add("here", [.. Enumerable.Range(1, works).Select(SomeWork.Number)], DateTimeOffset.UnixEpoch);
        return outbox;
    }

    private Courier CourierOf(Outbox outbox, ContractPlace place, IJsonRpc rpc, CourierOptions? options = null)
    {
        var node = new ChainNode(rpc);
        return new Courier(
            outbox, new ContributionsContract(node, place, ContributionsArtifact.Load()), node, SenderOf(rpc, place.ChainId),
            options ?? new CourierOptions { Wait = Wait, Window = 2, Idle = TimeSpan.FromMilliseconds(5) }, TimeProvider.System, new Random(1));
    }

    private AccountSender SenderOf(IJsonRpc rpc, ulong chainId)
    {
        var node = new ChainNode(rpc);
        using var held = SenderLock.Take(_folder.Path, chainId, _signer.Address);
        return new AccountSender(
            node, _signer, held, new FeeHistoryOracle(node, Wei.Zero), new NodeNonceSource(node, _signer.Address, TimeProvider.System),
            new SenderOptions { MaxFeePerGas = Wei.Gwei(1) }, TimeProvider.System, new Random(1));
    }

    private static ContributionsContract ContractOf(EmbeddedLedger ledger) => new(new ChainNode(ledger), ledger.Place, ContributionsArtifact.Load());

    private async Task<EmbeddedLedger> LedgerAsync(int number, bool isOpen = true, bool isConfirmed = true, ulong? chainId = null)
    {
        var genesis = new LedgerGenesis { Founder = _signer.Address };
        var ledger = await EmbeddedLedger.CreateAsync(
            _folder.File($"{number}.bal"), chainId is { } known ? genesis with { ChainId = known } : genesis, _signer, TimeProvider.System, Cancellation);
        var contract = ContractOf(ledger);
        await DoAsync(ledger, contract.GrantVerifier(_signer.Address));
        await DoAsync(ledger, contract.PostBond(genesis.LeastBond));
        await DoAsync(ledger, contract.ClaimPeer(Some.Hash(1), new byte[64]));
        if (isConfirmed)
        {
            await DoAsync(ledger, contract.ConfirmPeer(_signer.Address, Some.Hash(1)));
        }

        if (isOpen)
        {
            await OpenAsync(ledger, contract);
        }

        return ledger;
    }

    private Task OpenAsync(EmbeddedLedger ledger, ContributionsContract contract) =>
        DoAsync(ledger, contract.OpenRound(Parent, TimeSpan.FromHours(1), TimeSpan.Zero, TimeSpan.Zero, Wei.Zero));

    private async Task DoAsync(EmbeddedLedger ledger, TransactionRequest request)
    {
        var sender = SenderOf(ledger, ledger.Place.ChainId);
        Assert.IsType<Mined>(await sender.WaitAsync(await sender.SendAsync(request, Cancellation), Wait, Cancellation));
    }

    private static async Task<IReadOnlyList<Hash32>> SubmittedAsync(EmbeddedLedger ledger)
    {
        var (node, reader) = (new ChainNode(ledger), new EventReader<ContributionSubmitted>());
        var logs = await node.LogsAsync(new LogFilter(ledger.Place.Contract, [reader.Event.Topic]), 0, await node.HeightAsync(Cancellation), Cancellation);
        return [.. logs.Select(log => reader.TryRead(log, out var told) ? told.Id : default)];
    }

    /// <summary>A way on which somebody dies at one question.</summary>
    private sealed class MortalWay(IJsonRpc ledger, int at, bool isAnswered) : IJsonRpc
    {
        private int _asked;

        public int Asked => _asked;

        public async Task<JsonElement> CallAsync(RpcCall question, CancellationToken cancellation)
        {
            var isLast = Interlocked.Increment(ref _asked) >= at;
            if (isLast && !(isAnswered && _asked == at))
            {
                throw new OperationCanceledException();
            }

            var answer = await ledger.CallAsync(question, cancellation);
            return isLast ? throw new OperationCanceledException() : answer;
        }

        public async Task<IReadOnlyList<RpcReply>> BatchAsync(IReadOnlyList<RpcCall> questions, CancellationToken cancellation)
        {
            var replies = new List<RpcReply>();
            foreach (var question in questions)
            {
                replies.Add(new RpcReply(await CallAsync(question, cancellation), null));
            }

            return replies;
        }
    }
}
