using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Sponsored;
using BlockAssist.Chain.Tests.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Sponsored;

public sealed class UserOperationSenderTests : IDisposable
{
    private readonly SomeSponsored _some = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _some.Dispose();

    [Fact]
    public async Task What_was_sent_is_done_when_it_is_deep_enough_and_the_first_makes_the_account()
    {
        _some.Clock.OnWait = _some.Chain.Mine;
        await _some.Sender.ConnectAsync(Cancellation);

        var first = await _some.SendAsync();
        var outcome = Assert.IsType<Mined>(await _some.WaitAsync(first, new WaitOptions { Confirmations = 4 }));
        var second = await _some.SendAsync();

        Assert.True(_some.Chain.Head - outcome.Receipt.Height + 1 >= 4);
        Assert.Equal((true, new Wei(123_456), 78_900UL), (outcome.Receipt.IsSuccess, outcome.Receipt.Fee, outcome.Receipt.GasUsed));
        Assert.Equal(Some.Address(2), Assert.Single(outcome.Receipt.Logs).Contract);
        Assert.Equal((true, false), (SomeSponsored.Asked(first).Creation is not null, SomeSponsored.Asked(second).Creation is not null));
        Assert.Equal(new UserOperationGas(120_000, 120_000, 50_000), SomeSponsored.Asked(first).Gas);
        Assert.Equal((Some.Address(0xAA), 50_000UL, 1UL), (SomeSponsored.Asked(first).Sponsorship!.Paymaster, SomeSponsored.Asked(first).Sponsorship!.VerificationGas, SomeSponsored.Asked(first).Sponsorship!.PostOperationGas));
        Assert.Equal([1, 2], SomeSponsored.Asked(first).Sponsorship!.Data.ToArray());
    }

    [Fact]
    public async Task Bytes_are_handed_over_before_they_are_sent_and_without_that_nothing_is()
    {
        _some.Chain.IsThere = true;
        var asked = 0;
        var sent = await _some.SendAsync(keep: _ => asked = _some.BundlerServer.Asked.Count(method => method == "eth_sendUserOperation"));

        await Assert.ThrowsAsync<IOException>(() => _some.SendAsync(keep: _ => throw new IOException("disk full")));
        var next = await _some.SendAsync();

        Assert.Equal(0, asked);
        Assert.Equal((0, 1), ((int)SomeSponsored.Asked(sent).Key, (int)SomeSponsored.Asked(next).Key));
        Assert.Equal(2, _some.Chain.Waiting.Count);
    }

    [Fact]
    public async Task Until_the_account_is_there_one_goes_at_a_time_and_then_as_many_as_there_are_lanes()
    {
        var first = await _some.SendAsync();
        var early = await Assert.ThrowsAsync<ChainException>(() => _some.SendAsync());
        _some.Chain.Mine();

        var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _some.SendAsync()));
        var late = await Assert.ThrowsAsync<ChainException>(() => _some.SendAsync());
        _some.Chain.Mine();
        var next = await _some.SendAsync();

        Assert.Equal((ChainFault.NonceGap, ChainFault.NonceGap), (early.Fault, late.Fault));
        Assert.Equal([0, 1, 2, 3], others.Select(one => (int)SomeSponsored.Asked(one).Key).Order());
        Assert.Equal(1, SomeSponsored.Asked(others.Single(one => SomeSponsored.Asked(one).Key == SomeSponsored.Asked(first).Key)).Nonce);
        Assert.Equal(6, _some.Chain.Mined.Concat(_some.Chain.Waiting).Select(one => one.Operation.Nonce).Distinct().Count());
        Assert.NotNull(next);
    }

    [Fact]
    public async Task A_lost_answer_is_no_lost_operation()
    {
        _some.BundlerServer.Lost.Add("eth_sendUserOperation");
        _some.Clock.OnWait = null;

        var sent = await _some.SendAsync();

        Assert.Equal(sent.Newest.Hash, Assert.Single(_some.Chain.Waiting).Hash);
    }

    [Fact]
    public async Task What_may_be_on_its_way_keeps_its_lane()
    {
        _some.Chain.IsThere = true;
        SignedUserOperation? kept = null;
        var error = await Assert.ThrowsAsync<ChainException>(() => _some.SendAsync(signed =>
        {
            kept = signed;
            for (var i = 0; i < 20; i++)
            {
                _some.BundlerServer.Trouble.Enqueue(_ => FakeNode.Status(System.Net.HttpStatusCode.ServiceUnavailable));
            }
        }));
        _some.BundlerServer.Trouble.Clear();

        var next = await _some.SendAsync();

        Assert.True(error.IsPassing);
        Assert.NotEqual(kept!.Operation.Key, SomeSponsored.Asked(next).Key);
        _some.Clock.OnWait = _some.Chain.Mine;
        Assert.IsType<Mined>(await _some.WaitAsync(_some.Sender.Restore(SomeSponsored.Request, [kept.Bytes])));
    }

    [Theory]
    [InlineData(-32500, "AA21 didn't pay prefund", ChainFault.InsufficientFunds)]
    [InlineData(-32507, "AA24 signature error", ChainFault.SignatureRefused)]
    public async Task A_refused_operation_keeps_no_lane(int code, string text, ChainFault fault)
    {
        _some.Chain.Refuses = _ => new Refusal(code, text);
        var error = await Assert.ThrowsAsync<ChainException>(() => _some.SendAsync());
        _some.Chain.Refuses = _ => null;

        var sent = await _some.SendAsync();

        Assert.Equal(fault, error.Fault);
        Assert.Equal(0, SomeSponsored.Asked(sent).Nonce);
    }

    [Theory]
    [InlineData("pm_getPaymasterStubData")]
    [InlineData("pm_getPaymasterData")]
    public async Task Without_a_promise_to_pay_nothing_is_signed(string method)
    {
        var signed = 0;
        _some.Chain.Denies = asked => asked == method ? new Refusal(-32504, "policy exhausted") : null;

        var error = await Assert.ThrowsAsync<ChainException>(() => _some.SendAsync(_ => signed++));

        Assert.Equal((ChainFault.NotSponsored, 0), (error.Fault, signed));
    }

    [Fact]
    public async Task More_gas_than_there_may_be_is_not_signed_for()
    {
        var signed = 0;
        _some.Chain.PreVerificationGas = 1 << 24;

        var error = await Assert.ThrowsAsync<ChainException>(() => _some.SendAsync(_ => signed++));

        Assert.Equal((ChainFault.GasOutOfRange, 0), (error.Fault, signed));
    }

    [Fact]
    public async Task A_node_of_another_chain_is_refused_before_anything_is_signed()
    {
        var signed = 0;
        _some.Chain.ChainId = 1;

        var error = await Assert.ThrowsAsync<ChainException>(() => _some.SendAsync(_ => signed++));

        Assert.Equal((ChainFault.WrongChain, 0), (error.Fault, signed));
    }

    [Fact]
    public async Task A_bundler_that_answers_about_another_operation_is_not_believed()
    {
        using var other = new FakeNode((method, arguments) => method == "eth_sendUserOperation" ? $"{Some.Hash(3)}" : _some.Chain.Answer(method, arguments));
        using var rpc = other.Rpc(_some.Clock);

        var signed = Assert.IsType<SignedUserOperation>((await _some.SendAsync()).Newest);
        var error = await Assert.ThrowsAsync<ChainException>(() => new Bundler(rpc).SendAsync(signed, Cancellation));

        Assert.Equal(ChainFault.Malformed, error.Fault);
    }

    [Fact]
    public async Task A_signer_that_signs_as_somebody_else_is_not_believed()
    {
        using var some = new SomeSponsored(owner: new Impostor());

        var error = await Assert.ThrowsAsync<ChainException>(() => some.SendAsync());

        Assert.Equal(ChainFault.SignatureRefused, error.Fault);
        Assert.Empty(some.Chain.Waiting);
    }

    [Fact]
    public async Task A_request_that_makes_a_contract_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _some.Sender.SendAsync(new TransactionRequest(null, new byte[] { 1 }), Cancellation));

    private sealed class Impostor : Chain.Signing.IChainSigner
    {
        public Address Address => Some.Address(1);

        public ValueTask<EcdsaSignature> SignAsync(Hash32 hash, CancellationToken cancellation)
        {
            using var other = Some.Signer(2);
            return ValueTask.FromResult(other.Sign(hash));
        }
    }
}
