using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Tests.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Sending;

public sealed class TransactionWatchTests : IDisposable
{
    private static readonly WaitOptions Patient = new() { Confirmations = 2, ReplaceAfter = TimeSpan.FromSeconds(20), GiveUpAfter = TimeSpan.FromMinutes(10) };

    private readonly SomeSender _some = new(Wei.Gwei(50));

    public void Dispose() => _some.Dispose();

    [Fact]
    public async Task What_is_stuck_is_replaced_by_more_until_it_is_mined()
    {
        var kept = new List<SignedTransaction>();
        var sent = await _some.SendAsync(keep: kept.Add);
        _some.Chain.BaseFee = SomeSender.Asked(sent).MaxFeePerGas * 2;
        _some.Clock.OnWait = _some.Chain.Mine;

        var outcome = Assert.IsType<Mined>(await _some.WaitAsync(sent, Patient));

        Assert.Equal(2, kept.Count);
        Assert.Equal(kept[1].Hash, outcome.Receipt.Transaction);
        Assert.Equal(kept[0].Transaction.Nonce, kept[1].Transaction.Nonce);
        Assert.True(kept[1].Transaction.MaxFeePerGas >= _some.Chain.BaseFee);
        Assert.True(kept[1].Transaction.MaxPriorityFeePerGas.Value * 8 >= kept[0].Transaction.MaxPriorityFeePerGas.Value * 9);
        Assert.Single(_some.Chain.Mined);
    }

    [Fact]
    public async Task Replacing_ends_at_the_cap_and_waiting_at_its_end()
    {
        var sent = await _some.SendAsync();
        _some.Chain.BaseFee = Wei.Gwei(1000);
        _some.Clock.OnWait = _some.Chain.Mine;

        var outcome = Assert.IsType<StillPending>(await _some.WaitAsync(sent, Patient));

        Assert.All(outcome.Sent.Attempts, attempt => Assert.True(((SignedTransaction)attempt).Transaction.MaxFeePerGas <= Wei.Gwei(50)));
        Assert.Equal(Wei.Gwei(50), SomeSender.Asked(outcome.Sent).MaxFeePerGas);
        Assert.InRange(_some.Clock.Waited.TotalMinutes, 10, 10.2);

        // It can be waited for again, under every name that it had.
        _some.Chain.BaseFee = Wei.Gwei(1);
        Assert.IsType<Mined>(await _some.WaitAsync(outcome.Sent, Patient));
    }

    [Fact]
    public async Task What_is_asked_for_more_than_an_eighth_is_given_more_the_next_time()
    {
        _some.Chain.Bump = 20;
        var sent = await _some.SendAsync();
        _some.Chain.BaseFee = SomeSender.Asked(sent).MaxFeePerGas + new Wei(1);
        _some.Clock.OnWait = _some.Chain.Mine;
        _some.Server.Asked.Clear();

        var outcome = Assert.IsType<Mined>(await _some.WaitAsync(sent, Patient));

        Assert.NotEqual(sent.Newest.Hash, outcome.Receipt.Transaction);
    }

    [Fact]
    public async Task A_replacement_that_comes_too_late_is_no_fault()
    {
        var sent = await _some.SendAsync();
        _some.Chain.BaseFee = Wei.Gwei(10);
        var tried = 0;
        _some.Clock.OnWait = _some.Chain.Mine;
        _some.Chain.Refuses = signed =>
        {
            // The first form is mined between the signature of the second and its arrival.
            if (tried++ == 0)
            {
                _some.Chain.BaseFee = Wei.Gwei(1);
                _some.Chain.Mine();
            }

            return null;
        };

        var outcome = Assert.IsType<Mined>(await _some.WaitAsync(sent, Patient));

        Assert.Equal(1, tried);
        Assert.Equal(sent.Newest.Hash, outcome.Receipt.Transaction);
    }

    [Fact]
    public async Task A_block_that_is_undone_is_made_good_by_the_same_bytes()
    {
        var sent = await _some.SendAsync();
        _some.Chain.Mine();
        var looks = 0;
        _some.Clock.OnWait = () =>
        {
            if (looks++ == 0)
            {
                _some.Chain.Reorganise(1);
            }
            else
            {
                _some.Chain.Mine();
            }
        };

        var outcome = Assert.IsType<Mined>(await _some.WaitAsync(sent, Patient with { Confirmations = 3 }));

        Assert.Equal(sent.Newest.Hash, outcome.Receipt.Transaction);
        Assert.Equal(_some.Chain.HashOf(outcome.Receipt.Height), outcome.Receipt.BlockHash);
        Assert.Equal(2, _some.Server.Asked.Count(method => method == "eth_sendRawTransaction"));
    }

    [Fact]
    public async Task What_a_node_forgets_is_sent_again()
    {
        var sent = await _some.SendAsync();
        _some.Chain.Forget();
        _some.Clock.OnWait = _some.Chain.Mine;

        Assert.IsType<Mined>(await _some.WaitAsync(sent, Patient));
    }

    [Fact]
    public async Task Another_transaction_with_the_number_is_told_when_it_is_deep_enough()
    {
        var sent = await _some.SendAsync();
        _some.Chain.Forget();
        using var signer = Some.Signer(1);
        _some.Chain.Answer("eth_sendRawTransaction", ["0x" + Convert.ToHexStringLower(Some.Signed(signer, 0).Bytes.Span)]);
        _some.Chain.Mine();
        _some.Clock.OnWait = _some.Chain.Mine;

        var outcome = Assert.IsType<Replaced>(await _some.WaitAsync(sent, Patient with { Confirmations = 3 }));

        Assert.Equal(sent.Newest.Hash, outcome.Sent.Newest.Hash);
        Assert.True(_some.Chain.Head >= 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task What_a_node_counts_before_it_has_the_receipt_is_not_taken_for_replaced(int confirmations)
    {
        var sent = await _some.SendAsync();
        _some.Chain.Mine();
        _some.Chain.HasReceipts = false;
        var waits = 0;
        _some.Clock.OnWait = () => _some.Chain.HasReceipts = ++waits == 2;

        var outcome = Assert.IsType<Mined>(await _some.WaitAsync(sent, Patient with { Confirmations = confirmations }));

        Assert.Equal(sent.Newest.Hash, outcome.Receipt.Transaction);
        Assert.Single(_some.Server.Asked, "eth_sendRawTransaction");
    }

    [Fact]
    public async Task A_node_that_is_away_is_waited_for()
    {
        var sent = await _some.SendAsync();
        _some.Chain.Mine();
        for (var i = 0; i < 10; i++)
        {
            _some.Server.Trouble.Enqueue(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        }

        _some.Clock.OnWait = _some.Chain.Mine;

        Assert.IsType<Mined>(await _some.WaitAsync(sent, Patient));
    }

    [Fact]
    public async Task What_was_in_the_way_last_is_told_with_what_is_still_pending()
    {
        var sent = await _some.SendAsync();
        for (var i = 0; i < 2000; i++)
        {
            _some.Server.Trouble.Enqueue(_ => FakeNode.Status(System.Net.HttpStatusCode.ServiceUnavailable));
        }

        var outcome = Assert.IsType<StillPending>(await _some.WaitAsync(sent, Patient));

        Assert.Equal(ChainFault.NodeUnreachable, outcome.Trouble!.Fault);
    }

    [Fact]
    public async Task Bytes_from_the_disk_are_waited_for_after_a_crash()
    {
        byte[] kept = [];
        await _some.SendAsync(keep: signed => kept = signed.Bytes.ToArray());
        _some.Clock.OnWait = _some.Chain.Mine;

        var sent = _some.Sender.Restore(new TransactionRequest(Some.Address(2), new byte[] { 1 }), [kept]);

        Assert.IsType<Mined>(await _some.WaitAsync(sent, Patient));
        Assert.Single(_some.Chain.Mined);
    }

    [Fact]
    public void Bytes_of_somebody_else_or_of_two_transactions_are_refused()
    {
        using var signer = Some.Signer(1);
        using var other = Some.Signer(2);
        var request = new TransactionRequest(Some.Address(2), default);
        var elsewhere = Some.Transaction(chain: 1);

        Assert.Throws<ChainFormatException>(() => _some.Sender.Restore(request, [Some.Signed(other, 0).Bytes]));
        Assert.Throws<ChainFormatException>(() => _some.Sender.Restore(request, [Some.Signed(signer, 0).Bytes, Some.Signed(signer, 1).Bytes]));
        Assert.Throws<ChainFormatException>(() => _some.Sender.Restore(request, [elsewhere.With(signer.Sign(elsewhere.SigningHash)).Bytes]));
        Assert.Throws<ChainFormatException>(() => _some.Sender.Restore(request, [new byte[100]]));
        Assert.Equal(2, _some.Sender.Restore(request, [Some.Signed(signer, 0).Bytes, Some.Signed(signer, 0, 1).Bytes]).Attempts.Count);
    }

    [Fact]
    public async Task Whoever_stops_waiting_is_stopped()
    {
        var sent = await _some.SendAsync();
        using var stop = new CancellationTokenSource();
        _some.Clock.OnWait = stop.Cancel;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _some.Sender.WaitAsync(sent, Patient, stop.Token));
    }
}
