using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Standings;
using BlockAssist.Chain.Values;
using Microsoft.Data.Sqlite;

namespace BlockAssist.Chain.Tests.Standings;

/// <summary>How an index is filled, gone on with, and begun anew.</summary>
public sealed class StandingsKeeperTests : IDisposable
{
    private static readonly Page All = new();

    private readonly SomeIndex _some = new();
    private readonly List<string> _asked = [];

    public StandingsKeeperTests()
    {
        _some.Chain.Mine(ToldEvent.Opened(1, new Wei(5)));
        for (var i = 0; i < 10; i++)
        {
            _some.Chain.Mine(ToldEvent.Submitted(Some.Address(1), 1, new Work(WorkKind.Training, Some.Hash(i), default)));
        }

        _some.Chain.OnAsked = question => _asked.Add(question.Method);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Contributions => _some.Index.Standings(new StandingsFilter(), All).Players.Sum(player => player.Contributions.Sum);

    public void Dispose() => _some.Dispose();

    [Fact]
    public void An_index_that_was_not_filled_is_empty_and_makes_no_file()
    {
        Assert.Equal((0, new ReadUpTo(null, null)), (_some.Index.Standings(new StandingsFilter(), All).Total, _some.Index.UpTo()));
        Assert.Empty(_some.Index.Rounds(All).Rounds);
        Assert.False(File.Exists(_some.Path));
    }

    [Fact]
    public async Task What_was_final_is_not_asked_for_again()
    {
        await _some.CatchUpAsync();
        Assert.Equal((10, new ReadUpTo(9, 11)), (Contributions, _some.Index.UpTo()));
        _asked.Clear();

        var again = await _some.CatchUpAsync();

        Assert.Equal(new CatchUp(new ReadUpTo(9, 11), RebuildCause.None, IsKeptByAnother: false), again);
        Assert.Equal(2, _asked.Count(method => method == "eth_getLogs"));
        Assert.Equal(10, Contributions);
    }

    [Fact]
    public async Task Progress_is_told_up_to_the_last_block()
    {
        var told = new List<CatchUpProgress>();
        await _some.Keeper(options: _some.Options with { Progress = new Immediately<CatchUpProgress>(told.Add) }).CatchUpAsync(Cancellation);

        Assert.Equal(new CatchUpProgress(4, 12), told[0]);
        Assert.Equal(new CatchUpProgress(12, 12), told[^1]);
        Assert.Equal(told.OrderBy(one => one.Read), told);
    }

    [Fact]
    public async Task An_index_that_begins_later_has_what_came_later()
    {
        var told = new List<CatchUpProgress>();
        await _some.Keeper(options: _some.Options with { First = 7, Progress = new Immediately<CatchUpProgress>(told.Add) }).CatchUpAsync(Cancellation);

        Assert.Equal((5, new CatchUpProgress(5, 5)), (Contributions, told[^1]));
    }

    [Fact]
    public async Task An_answer_that_would_be_too_long_is_asked_for_in_parts()
    {
        _some.Chain.Mine([.. Enumerable.Range(20, 3).Select(i => ToldEvent.Submitted(Some.Address(2), 1, new Work(WorkKind.Clips, Some.Hash(i), default)))]);
        _some.Chain.MineEmpty(20);
        _some.Chain.MostLogs = 3;

        await _some.Keeper(options: new StandingsOptions()).CatchUpAsync(Cancellation);

        Assert.Equal((13, new ReadUpTo(30, 32)), (Contributions, _some.Index.UpTo()));
    }

    [Fact]
    public async Task A_block_whose_logs_are_never_told_is_an_error()
    {
        _some.Chain.MostLogs = 0;

        Assert.Equal(ChainFault.Other, (await Assert.ThrowsAsync<ChainException>(_some.CatchUpAsync)).Fault);
    }

    [Fact]
    public async Task What_is_undone_is_out_again_and_what_repeated_it_counts()
    {
        var work = new Work(WorkKind.Session, Some.Hash(100), default);
        _some.Chain.Mine(ToldEvent.Submitted(Some.Address(5), 1, work));
        _some.Chain.Mine(ToldEvent.Opened(2, Wei.Zero), ToldEvent.Submitted(Some.Address(5), 2, work));
        await _some.CatchUpAsync();
        Assert.Equal(1, _some.Index.Rounds(All).Rounds[0].Repeated);
        _some.Chain.Undo(2);
        _some.Chain.Mine(ToldEvent.Opened(2, Wei.Zero), ToldEvent.Submitted(Some.Address(5), 2, work));
        _some.Chain.MineEmpty(2);

        Assert.Equal(RebuildCause.None, (await _some.CatchUpAsync()).Rebuilt);

        var contribution = Assert.Single(_some.Index.Profile(Some.Address(5), All).Contributions);
        Assert.Equal((2U, 2U, 12UL), (contribution.Round, contribution.CountsInRound, contribution.Told.Height));
    }

    [Fact]
    public async Task A_broken_finality_begins_anew()
    {
        await _some.CatchUpAsync();
        _some.Chain.Undo(5);
        _some.Chain.MineEmpty(9);

        Assert.Equal(RebuildCause.Reorged, (await _some.CatchUpAsync()).Rebuilt);
        Assert.Equal(5, Contributions);
    }

    [Fact]
    public async Task Another_chain_of_the_same_number_begins_anew_even_if_it_is_shorter()
    {
        await _some.CatchUpAsync();
        _some.Chain.Start("another");
        _some.Chain.Mine(ToldEvent.Opened(1, new Wei(7)));

        Assert.Equal(RebuildCause.Reorged, (await _some.CatchUpAsync()).Rebuilt);
        Assert.Equal((0, 1UL), (Contributions, _some.Index.UpTo().Seen));
        Assert.Equal(new Wei(7), Assert.Single(_some.Index.Rounds(All).Rounds).Pool);
    }

    [Fact]
    public async Task An_index_of_another_contract_is_empty_to_this_one_and_begun_anew()
    {
        await _some.CatchUpAsync();
        var other = new ContractPlace(Some.ChainId, Some.Address(8));
        Assert.Empty(new StandingsIndex(_some.Path, other).Standings(new StandingsFilter(), All).Players);

        // The chain's answers are about a contract that was not asked for, which is noticed.
        await Assert.ThrowsAsync<ChainException>(() => _some.Keeper(other).CatchUpAsync(Cancellation));
        Assert.Equal(0, Contributions);

        var mine = await _some.CatchUpAsync();
        Assert.Equal((RebuildCause.OtherPlace, 10), (mine.Rebuilt, Contributions));
    }

    [Fact]
    public async Task An_index_that_began_elsewhere_is_begun_anew()
    {
        await _some.Keeper(options: _some.Options with { First = 7 }).CatchUpAsync(Cancellation);

        Assert.Equal(RebuildCause.OtherPlace, (await _some.CatchUpAsync()).Rebuilt);
        Assert.Equal(10, Contributions);
    }

    [Fact]
    public async Task An_index_of_an_older_form_is_begun_anew()
    {
        await _some.CatchUpAsync();
        Change("ALTER TABLE contribution RENAME TO contributions; PRAGMA user_version = 0;");
        Assert.Equal(0, Contributions);
        var told = new List<RebuildCause>();

        await _some.Keeper(options: _some.Options with { Rebuilt = new Immediately<RebuildCause>(told.Add) }).CatchUpAsync(Cancellation);

        Assert.Equal([RebuildCause.OtherForm], told);
        Assert.Equal(10, Contributions);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_put_aside()
    {
        await File.WriteAllTextAsync(_some.Path, string.Concat(Enumerable.Repeat("this is no database. ", 500)), Cancellation);
        Assert.Throws<InvalidDataException>(() => Contributions);

        Assert.Equal(RebuildCause.Damaged, (await _some.CatchUpAsync()).Rebuilt);

        Assert.Equal(10, Contributions);
        Assert.StartsWith("this is no", await File.ReadAllTextAsync(_some.Path + ".damaged", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wherever_a_file_is_damaged_no_reader_fails_for_long()
    {
        await _some.CatchUpAsync();
        Change("PRAGMA wal_checkpoint(TRUNCATE);");
        var whole = await File.ReadAllBytesAsync(_some.Path, Cancellation);
        for (var page = 0; page < whole.Length / 4096; page++)
        {
            var damaged = whole.ToArray();
            damaged.AsSpan(page * 4096, 4096).Fill(0xA5);
            await File.WriteAllBytesAsync(_some.Path, damaged, Cancellation);

            await _some.CatchUpAsync();
            if (TryRead(out var first))
            {
                Assert.Equal(10, first);
                continue;
            }

            Assert.Equal(RebuildCause.Damaged, (await _some.CatchUpAsync()).Rebuilt);
            Assert.Equal(10, Contributions);
        }
    }

    [Fact]
    public async Task Another_program_s_database_is_left_alone()
    {
        await using (var other = new SqliteConnection($"Data Source={_some.Path};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE precious (value INTEGER)";
            command.ExecuteNonQuery();
        }

        var error = await Assert.ThrowsAsync<InvalidDataException>(_some.CatchUpAsync);

        Assert.Contains("another database", error.Message, StringComparison.Ordinal);
        Change("INSERT INTO precious VALUES (1)");
    }

    [Fact]
    public async Task While_one_fills_it_others_read_and_fill_nothing()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var caughtUp = new TaskCompletionSource();
        _some.Clock.OnWait = () =>
        {
            caughtUp.TrySetResult();
            end.Token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(1));
        };
        var run = _some.Keeper().RunAsync(end.Token);
        await caughtUp.Task.WaitAsync(Cancellation);

        var other = await _some.CatchUpAsync();

        Assert.True(other.IsKeptByAnother);
        Assert.Equal(10, Contributions);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.False((await _some.CatchUpAsync()).IsKeptByAnother);
    }

    [Fact]
    public async Task Who_follows_sees_what_comes_and_survives_what_should_never_be()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var told = new List<RebuildCause>();
        var waits = 0;
        _some.Clock.OnWait = () =>
        {
            switch (++waits)
            {
                case 1:
                    _some.Chain.Mine(ToldEvent.Submitted(Some.Address(2), 1, new Work(WorkKind.Clips, Some.Hash(200), default)));
                    break;
                case 2:
                    Assert.Equal(11, Contributions);
                    _some.Chain.Undo(6);
                    _some.Chain.MineEmpty(10);
                    break;
                case 5:
                    _some.Chain.OnAsked = _ => throw new ChainException(ChainFault.NodeUnreachable, "away");
                    break;
                case 7:
                    _some.Chain.OnAsked = _ => { };
                    Change("PRAGMA user_version = -1");
                    _some.Chain.Mine();
                    break;
                case 12:
                    end.Cancel();
                    break;
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _some.Keeper(options: _some.Options with { Rebuilt = new Immediately<RebuildCause>(told.Add) }).RunAsync(end.Token));

        Assert.Equal([RebuildCause.Reorged, RebuildCause.Damaged], told);
        Assert.Equal((5, _some.Chain.Head), (Contributions, _some.Index.UpTo().Seen));
    }

    [Fact]
    public async Task A_node_that_cannot_be_reached_is_told_to_who_wants_all_that_is_there()
    {
        await _some.CatchUpAsync();
        _some.Chain.OnAsked = question => _ = question.Method == "eth_blockNumber" ? throw new ChainException(ChainFault.NodeUnreachable, "away") : 0;

        Assert.Equal(ChainFault.NodeUnreachable, (await Assert.ThrowsAsync<ChainException>(_some.CatchUpAsync)).Fault);
        Assert.Equal(10, Contributions);
    }

    [Fact]
    public async Task A_node_that_contradicts_itself_is_refused()
    {
        _some.Chain.Mine(ToldEvent.Opened(1, new Wei(6)));

        var error = await Assert.ThrowsAsync<ChainException>(_some.CatchUpAsync);

        Assert.Equal(ChainFault.Malformed, error.Fault);
    }

    [Fact]
    public async Task Amounts_that_no_contract_can_have_are_refused()
    {
        _some.Chain.Mine(ToldEvent.Claimed(1, Some.Address(1), 0, new Wei(System.Numerics.BigInteger.One << 128)));

        Assert.Equal(ChainFault.Malformed, (await Assert.ThrowsAsync<ChainException>(_some.CatchUpAsync)).Fault);
    }

    private bool TryRead(out int contributions)
    {
        try
        {
            contributions = Contributions;
            return true;
        }
        catch (InvalidDataException)
        {
            contributions = 0;
            return false;
        }
    }

    private void Change(string text)
    {
        using var connection = new SqliteConnection($"Data Source={_some.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private sealed class Immediately<T>(Action<T> told) : IProgress<T>
    {
        public void Report(T value) => told(value);
    }
}
