using BlockAssist.Chain.Rpc;

namespace BlockAssist.Chain.Tests.Sending;

public sealed class NonceSourceTests : IDisposable
{
    private readonly SomeSender _some = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _some.Dispose();

    [Fact]
    public async Task A_number_that_was_not_used_is_given_again()
    {
        for (var i = 0; i < 3; i++)
        {
            using var unused = await _some.Nonces.ReserveAsync(Cancellation);
            Assert.Equal(0UL, unused.Nonce);
        }

        using var used = await _some.Nonces.ReserveAsync(Cancellation);
        used.Commit();
        used.Dispose();
        used.Dispose();

        using var next = await _some.Nonces.ReserveAsync(Cancellation);
        Assert.Equal(1UL, next.Nonce);
    }

    [Fact]
    public async Task What_the_node_has_forgotten_a_minute_later_leaves_no_gap()
    {
        using (var used = await _some.Nonces.ReserveAsync(Cancellation))
        {
            used.Commit();
        }

        // The node lags: it has not counted the transaction, which was in another's pool.
        using (var soon = await _some.Nonces.ReserveAsync(Cancellation))
        {
            Assert.Equal(1UL, soon.Nonce);
        }

        await Task.Delay(TimeSpan.FromSeconds(61), _some.Clock, Cancellation);
        using var later = await _some.Nonces.ReserveAsync(Cancellation);
        Assert.Equal(0UL, later.Nonce);
    }

    [Fact]
    public async Task A_node_that_does_not_answer_keeps_nobody_out()
    {
        for (var i = 0; i < 4; i++)
        {
            _some.Server.Trouble.Enqueue(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        }

        await Assert.ThrowsAsync<ChainException>(() => _some.Nonces.ReserveAsync(Cancellation));

        using var next = await _some.Nonces.ReserveAsync(Cancellation);
        Assert.Equal(0UL, next.Nonce);
    }
}
