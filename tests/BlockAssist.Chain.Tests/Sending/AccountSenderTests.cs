using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Tests.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Sending;

public sealed class AccountSenderTests : IDisposable
{
    private static readonly AbiError Duplicate = AbiError.Parse("DuplicateContribution(bytes32 id)");

    private readonly SomeSender _some = new(Wei.Gwei(100));

    public void Dispose() => _some.Dispose();

    [Fact]
    public async Task What_was_sent_is_done_when_it_is_deep_enough()
    {
        _some.Clock.OnWait = _some.Chain.Mine;

        var sent = await _some.SendAsync();
        var outcome = await _some.WaitAsync(sent, new WaitOptions { Confirmations = 4 });

        var receipt = Assert.IsType<Mined>(outcome).Receipt;
        Assert.Equal(sent.Newest.Hash, receipt.Transaction);
        Assert.True(_some.Chain.Head - receipt.Height + 1 >= 4);
        Assert.Equal((60_000UL, Wei.Gwei(3), Wei.Gwei(1)), (SomeSender.Asked(sent).GasLimit, SomeSender.Asked(sent).MaxFeePerGas, SomeSender.Asked(sent).MaxPriorityFeePerGas));
    }

    [Fact]
    public async Task Bytes_are_handed_over_before_they_are_sent_and_without_that_nothing_is()
    {
        var asked = 0;
        var sent = await _some.SendAsync(keep: _ => asked = _some.Server.Asked.Count(method => method == "eth_sendRawTransaction"));

        await Assert.ThrowsAsync<IOException>(() => _some.SendAsync(keep: _ => throw new IOException("disk full")));
        var next = await _some.SendAsync();

        Assert.Equal(0, asked);
        Assert.Equal((0UL, 1UL), (SomeSender.Asked(sent).Nonce, SomeSender.Asked(next).Nonce));
        Assert.Equal(2, _some.Chain.Waiting.Count);
    }

    [Fact]
    public async Task A_refused_transaction_uses_no_number()
    {
        _some.Chain.Refuses = _ => new Refusal(-32003, "Insufficient funds for gas * price + value");
        var error = await Assert.ThrowsAsync<ChainException>(() => _some.SendAsync());
        _some.Chain.Refuses = _ => null;

        var sent = await _some.SendAsync();

        Assert.Equal(ChainFault.InsufficientFunds, error.Fault);
        Assert.Equal(0UL, SomeSender.Asked(sent).Nonce);
    }

    [Fact]
    public async Task A_node_of_another_chain_is_refused_before_anything_is_signed()
    {
        var signed = 0;
        await _some.Sender.ConnectAsync(TestContext.Current.CancellationToken);
        _some.Chain.ChainId = 1;

        var atStart = await Assert.ThrowsAsync<ChainException>(() => _some.Sender.ConnectAsync(TestContext.Current.CancellationToken));
        var later = await Assert.ThrowsAsync<ChainException>(() => _some.SendAsync(keep: _ => signed++));

        Assert.Equal((ChainFault.WrongChain, ChainFault.WrongChain, 0), (atStart.Fault, later.Fault, signed));
        Assert.Contains("chain 1; expected 31337", later.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_is_no_lost_transaction()
    {
        _some.Clock.OnWait = null;
        _some.Server.Lost.Add("eth_sendRawTransaction");

        var sent = await _some.SendAsync();

        Assert.Single(_some.Chain.Waiting);
        Assert.Equal(sent.Newest.Hash, _some.Chain.Waiting[0].Hash);
        Assert.Equal(1UL, SomeSender.Asked(await _some.SendAsync(2)).Nonce);
    }

    [Fact]
    public async Task A_lost_answer_to_what_was_mined_meanwhile_is_none_either()
    {
        _some.Clock.OnWait = _some.Chain.Mine;
        _some.Server.Lost.Add("eth_sendRawTransaction");

        var sent = await _some.SendAsync();

        Assert.IsType<Mined>(await _some.WaitAsync(sent));
        Assert.Single(_some.Chain.Mined);
    }

    [Fact]
    public async Task A_node_that_refuses_what_it_has_mined_is_asked_by_the_hash()
    {
        // Hardhat answers so where a transaction reverts.
        _some.Chain.Reverts[7] = Duplicate.Selector.Before(Duplicate.Inputs.EncodeParts(Some.Hash(1)));
        var refusals = 0;
        _some.Chain.Refuses = signed => refusals++ == 0 ? MineThenRefuse(signed) : null;

        var sent = await _some.Sender.SendAsync(
            new TransactionRequest(Some.Address(2), new byte[] { 7 }) { GasLimit = 100_000, Errors = new KnownErrors(Duplicate) }, TestContext.Current.CancellationToken);
        _some.Clock.OnWait = _some.Chain.Mine;
        var outcome = Assert.IsType<Reverted>(await _some.WaitAsync(sent));

        Assert.Equal($"DuplicateContribution(id={Some.Hash(1)})", outcome.Error.ToString());
        Assert.False(outcome.Receipt.IsSuccess);
    }

    [Fact]
    public async Task What_a_contract_would_refuse_is_told_in_its_words_and_costs_nothing()
    {
        _some.Chain.Reverts[7] = Duplicate.Selector.Before(Duplicate.Inputs.EncodeParts(Some.Hash(1)));

        var error = await Assert.ThrowsAsync<ChainException>(() => _some.Sender.SendAsync(
            new TransactionRequest(Some.Address(2), new byte[] { 7 }) { Errors = new KnownErrors(Duplicate) }, TestContext.Current.CancellationToken));

        Assert.Equal(ChainFault.Reverted, error.Fault);
        Assert.Equal("DuplicateContribution", error.Error!.Name);
        Assert.Contains("DuplicateContribution(id=", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("eth_sendRawTransaction", _some.Server.Asked);
    }

    [Fact]
    public async Task A_signer_that_signs_as_somebody_else_is_not_believed()
    {
        var sender = new AccountSender(
            _some.Node, new Impostor(), _some.Lock, new FeeHistoryOracle(_some.Node, Wei.Zero), _some.Nonces, new SenderOptions { MaxFeePerGas = Wei.Gwei(9) }, _some.Clock, new Random(1));

        await Assert.ThrowsAsync<ChainException>(() => sender.SendAsync(new TransactionRequest(Some.Address(2), default), TestContext.Current.CancellationToken));

        Assert.Empty(_some.Chain.Waiting);
    }

    [Fact]
    public void A_lock_of_another_account_is_refused()
    {
        using var other = Some.Signer(2);

        Assert.Throws<ArgumentException>(() => new AccountSender(
            _some.Node, other, _some.Lock, new FeeHistoryOracle(_some.Node, Wei.Zero), _some.Nonces, new SenderOptions { MaxFeePerGas = Wei.Gwei(9) }, _some.Clock, new Random(1)));
    }

    [Fact]
    public async Task Nothing_costs_more_than_it_may()
    {
        _some.Chain.BaseFee = Wei.Gwei(80);

        var sent = await _some.SendAsync();

        Assert.Equal(Wei.Gwei(100), SomeSender.Asked(sent).MaxFeePerGas);
    }

    [Fact]
    public async Task Many_at_once_have_a_number_each()
    {
        var sent = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => _some.SendAsync((byte)i)));

        Assert.Equal(Enumerable.Range(0, 20).Select(i => (ulong)i), sent.Select(one => SomeSender.Asked(one).Nonce).Order());
        Assert.Equal(20, _some.Chain.Waiting.Count);
    }

    private Refusal MineThenRefuse(SignedTransaction signed)
    {
        _some.Chain.Answer("eth_sendRawTransaction", ["0x" + Convert.ToHexStringLower(signed.Bytes.Span)]);
        _some.Chain.Mine();
        return new Refusal(-32603, "Error: VM Exception while processing transaction: reverted with a custom error");
    }

    private sealed class Impostor : IChainSigner
    {
        public Address Address { get; } = Account();

        public ValueTask<EcdsaSignature> SignAsync(Hash32 hash, CancellationToken cancellation)
        {
            using var other = Some.Signer(2);
            return ValueTask.FromResult(other.Sign(hash));
        }

        private static Address Account()
        {
            using var signer = Some.Signer(1);
            return signer.Address;
        }
    }
}
