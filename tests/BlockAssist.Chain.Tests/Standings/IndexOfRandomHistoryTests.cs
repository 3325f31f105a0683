using System.Globalization;
using System.Text;
using System.Text.Json;
using BlockAssist.Chain.Events;
using BlockAssist.Chain.Standings;
using CsCheck;

namespace BlockAssist.Chain.Tests.Standings;

/// <summary>An index that is stopped, killed and forked all the time, against one that was read at once, and against sums over all events.</summary>
public sealed class IndexOfRandomHistoryTests
{
    private const int Acts = 25;
    private const int Accounts = 5;

    private static readonly Page All = new(Page.Most);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task Whatever_happened_on_the_way_the_index_is_that_of_the_chain() => Gen.Int.SampleAsync(KeepAsync, iter: 20, threads: 1);

    [Fact(Explicit = true)]
    public Task Whatever_happened_on_the_way_the_index_is_that_of_the_chain_many_times() => Gen.Int.SampleAsync(KeepAsync, iter: 2000, threads: 2);

    private static async Task<bool> KeepAsync(int seed)
    {
        var chance = new Random(seed);
        using var some = new SomeIndex { Options = new StandingsOptions { Feed = new LogFeedOptions { Confirmations = 3, MostBlocks = chance.Next(1, 9) } } };
        var history = new RandomHistory(some.Chain, chance);
        for (var act = 0; act < Acts; act++)
        {
            switch (chance.Next(20))
            {
                case < 9:
                    history.Mine();
                    break;
                case < 12:
                    history.Fork();
                    break;
                case 12:
                    history.BreakFinality();
                    break;
                case 13 when chance.Next(4) == 0:
                    some.Chain.Start($"{act}");
                    break;
                default:
                    await ReadAsync(some, history, chance);
                    break;
            }
        }

        some.Chain.OnAsked = _ => { };
        await some.CatchUpAsync();
        using var fresh = new TemporaryFolder();
        var anew = new StandingsIndex(fresh.File("anew.db"), EventChain.Place);
        await new StandingsKeeper(anew, some.Chain.Node, EventChain.Artifact, new StandingsOptions(), some.Clock).CatchUpAsync(Cancellation);
        Assert.Equal(AnswersOf(anew, some.Chain), AnswersOf(some.Index, some.Chain));
        foreach (var filter in Filters(some.Chain))
        {
            Assert.Equal(NaiveStandings.Of(some.Chain.Told.Select(one => one.Event), filter), some.Index.Standings(filter, All).Players);
        }

        return true;
    }

    // Now and then it is stopped between two steps, or killed: what is on the disk then is what is gone on with. And the chain does not wait.
    private static async Task ReadAsync(SomeIndex some, RandomHistory history, Random chance)
    {
        using var copies = new TemporaryFolder();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (left, isKilled) = (chance.Next(2) == 0 ? int.MaxValue : chance.Next(30), chance.Next(2) == 0);
        some.Chain.OnAsked = _ =>
        {
            if (--left == 0)
            {
                Copy(isKilled ? some.Path : null, copies.File("killed.db"));
                stop.Cancel();
            }

            if (chance.Next(8) == 0)
            {
                (chance.Next(3) == 0 ? (Action)history.Fork : history.Mine)();
            }
        };
        try
        {
            await some.Keeper().CatchUpAsync(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            if (isKilled)
            {
                File.Delete(some.Path);
                Copy(copies.File("killed.db"), some.Path);
            }
        }

        some.Chain.OnAsked = _ => { };
    }

    private static void Copy(string? from, string to)
    {
        foreach (var end in from is null ? [] : (string[])["", "-wal"])
        {
            if (File.Exists(from + end))
            {
                File.Copy(from + end, to + end, overwrite: true);
            }
        }
    }

    private static string AnswersOf(StandingsIndex index, EventChain chain)
    {
        var answers = new StringBuilder();
        foreach (var filter in Filters(chain))
        {
            answers.AppendLine(JsonSerializer.Serialize(index.Standings(filter, All), StandingsJson.Default.StandingsPage));
        }

        var rounds = index.Rounds(All);
        answers.AppendLine(JsonSerializer.Serialize(rounds, StandingsJson.Default.RoundsPage));
        foreach (var round in rounds.Rounds)
        {
            answers.AppendLine(JsonSerializer.Serialize(index.Round(round.Number, All)!, StandingsJson.Default.RoundInFull));
        }

        for (byte account = 1; account <= Accounts; account++)
        {
            answers.AppendLine(CultureInfo.InvariantCulture, $"{JsonSerializer.Serialize(index.Profile(Some.Address(account), All), StandingsJson.Default.PlayerProfile)}");
        }

        return answers.ToString();
    }

    private static IEnumerable<StandingsFilter> Filters(EventChain chain)
    {
        var rounds = (uint)chain.Told.Count(one => one.Event.Name == "RoundOpened");
        return
        [
            new StandingsFilter(),
            .. Enumerable.Range(0, 5).Select(kind => new StandingsFilter { Kind = (byte)kind }),
            .. Enumerable.Range(1, (int)rounds).Select(round => new StandingsFilter { Round = (uint)round }),
            new StandingsFilter { Since = (rounds / 2) + 1 },
            new StandingsFilter { Since = (rounds / 2) + 1, Kind = 1 },
        ];
    }
}
