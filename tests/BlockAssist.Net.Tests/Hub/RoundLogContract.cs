using BlockAssist.Net.Hub;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>What a coordinator relies on, wherever its log is.</summary>
public abstract class RoundLogContract
{
    [Fact]
    public async Task A_log_that_was_just_made_has_no_rounds()
    {
        var log = await OpenAsync();

        Assert.Equal(0UL, await log.LastRoundAsync(CancellationToken.None));
        Assert.Empty(await log.ReadAsync(1, CancellationToken.None));
        Assert.Null(await log.LastAsync(1, CancellationToken.None));
    }

    [Fact]
    public async Task What_is_appended_is_read_in_order_by_round()
    {
        var log = await OpenAsync();
        await Append(log, 1, 0, [1]);
        await Append(log, 2, 0, [3]);
        await Append(log, 1, 1, []);

        Assert.Equal(2UL, await log.LastRoundAsync(CancellationToken.None));
        Assert.Equal(["01", ""], await TextOf(log, 1));
        Assert.Equal(["03"], await TextOf(log, 2));
        Assert.Equal(Some.Noon, (await log.ReadAsync(2, CancellationToken.None))[0].At);
        Assert.Equal(["", "03"], ((LogEntry?[])[await log.LastAsync(1, CancellationToken.None), await log.LastAsync(2, CancellationToken.None)]).Select(last => Convert.ToHexString(last!.Envelope.Span)));
    }

    [Fact]
    public async Task Large_entries_come_back_as_they_were()
    {
        var log = await OpenAsync();
        var bytes = new byte[1 << 20];
        new Random(1).NextBytes(bytes);

        await Append(log, 7, 0, bytes);

        Assert.Equal(bytes, Assert.Single(await log.ReadAsync(7, CancellationToken.None)).Envelope.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task An_entry_gets_no_place_but_the_next(int place)
    {
        var log = await OpenAsync();
        await Append(log, 1, 0, [1]);

        var error = await Assert.ThrowsAsync<LogConflictException>(() => Append(log, 1, place, [2]));

        Assert.Equal($"the log of round 1 is not to be gone on with at entry {place}: somebody else writes it, too", error.Message);
        Assert.Equal(["01"], await TextOf(log, 1));
        await Append(log, 1, 1, [3]);
    }

    [Fact]
    public async Task Two_on_one_log_see_what_the_other_wrote_and_never_write_over_it()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        await Append(one, 1, 0, [1]);
        await Append(other, 1, 1, [2]);
        await Assert.ThrowsAsync<LogConflictException>(() => Append(one, 1, 1, [3]));

        // Each writes where it knows the end to be, both at once.
        var wrote = await Task.WhenAll(new[] { one, other }.Select(log => Task.Run(() => WriteUntil(log, 42))));

        Assert.Equal(40, wrote.Sum());
        Assert.Equal(Enumerable.Range(1, 2).Concat(Enumerable.Range(2, 40)).Select(number => $"{number:X2}"), await TextOf(other, 1));
    }

    /// <summary>A log on what all of this test's logs share.</summary>
    private protected abstract Task<IRoundLog> OpenAsync();

    private protected static Task Append(IRoundLog log, ulong round, int place, byte[] envelope) =>
        log.AppendAsync(round, place, new LogEntry(Some.Noon, envelope), CancellationToken.None);

    private protected static async Task<IEnumerable<string>> TextOf(IRoundLog log, ulong round) =>
        (await log.ReadAsync(round, CancellationToken.None)).Select(entry => Convert.ToHexString(entry.Envelope.Span));

    // How many of the entries this one wrote.
    private static async Task<int> WriteUntil(IRoundLog log, int end)
    {
        var own = 0;
        while ((await log.ReadAsync(1, CancellationToken.None)).Count is var place && place < end)
        {
            try
            {
                await Append(log, 1, place, [(byte)place]);
                own++;
            }
            catch (LogConflictException)
            {
                continue;
            }
        }

        return own;
    }
}
