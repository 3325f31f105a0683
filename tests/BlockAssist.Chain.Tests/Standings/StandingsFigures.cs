using System.Diagnostics;
using System.Globalization;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Events;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Standings;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Standings;

/// <summary>How long it takes to read a long history, and to be asked about it, against reading and adding up all of it each time.</summary>
public sealed class StandingsFigures
{
    private const int Rounds = 50;
    private const int Players = 1000;
    private const int Contributions = 100_000;
    private const int ABlock = 200;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task A_hundred_thousand_contributions()
    {
        using var some = new SomeIndex { Options = new StandingsOptions() };
        Tell(some.Chain);
        var feed = new LogFeed(some.Chain.Node, LogFilter.OfEvents(EventChain.Place.Contract, FactInserts.Topics(EventChain.Artifact)), new LogFeedOptions(), some.Clock);
        var steps = new List<LogStep>();
        var reading = Stopwatch.StartNew();
        await foreach (var step in feed.StepsAsync(0, null, Cancellation))
        {
            steps.Add(step);
            if (step.IsAtEnd)
            {
                break;
            }
        }

        reading.Stop();
        var events = some.Chain.Told.Count();
        var writing = Time(() =>
        {
            using var writer = new IndexWriter(some.Index.File.OpenForWriting(0).Connection, EventChain.Artifact);
            steps.ForEach(step => writer.Write(step, Some.Hash(0)));
        });
        Say($"{events} events; reading them from a chain in memory {reading.Elapsed.TotalSeconds:0.0} s, writing them {writing.TotalSeconds:0.00} s: {events / writing.TotalSeconds:0} a second");
        Say($"the file has {new FileInfo(some.Path).Length / 1e6:0} MB");

        var told = some.Chain.Told.Select(one => one.Event).ToArray();
        var naive = Time(() => NaiveStandings.Of(told, new StandingsFilter()));
        Say($"standings by adding up all events, which were read before: {naive.TotalMilliseconds:0} ms");
        Ask("standings", () => some.Index.Standings(new StandingsFilter(), new Page()));
        Ask("standings of a round", () => some.Index.Standings(new StandingsFilter { Round = 7 }, new Page()));
        Ask("standings of a kind", () => some.Index.Standings(new StandingsFilter { Kind = 1 }, new Page()));
        Ask("standings since a round", () => some.Index.Standings(new StandingsFilter { Since = Rounds - 5 }, new Page()));
        Ask("all rounds", () => some.Index.Rounds(new Page()));
        Ask("a round in full", () => some.Index.Round(7, new Page()));
        Ask("a profile", () => some.Index.Profile(AccountOf(17), new Page()));
        Ask("how far it is", () => some.Index.UpTo());

        Assert.Equal(NaiveStandings.Of(told, new StandingsFilter()), some.Index.Standings(new StandingsFilter(), new Page(Page.Most)).Players);
        Assert.True(Best(() => some.Index.Standings(new StandingsFilter(), new Page())) < naive);
    }

    private static void Tell(EventChain chain)
    {
        for (var player = 0; player < Players; player++)
        {
            chain.Mine(ToldEvent.Confirmed(AccountOf(player), Some.Hash(-player)));
        }

        for (var round = 1; round <= Rounds; round++)
        {
            chain.Mine(ToldEvent.Opened((uint)round, Wei.Gwei(1000)));
            var works = Enumerable.Range(0, Contributions / Rounds)
                .Select(i => (Account: AccountOf(i % Players), Work: new Work((WorkKind)(i % 4), Some.Hash(i % 50 == 0 ? i : (round * Contributions) + i), default))).ToArray();
            foreach (var block in works.Chunk(ABlock))
            {
                chain.Mine([.. block.Select(one => ToldEvent.Submitted(one.Account, (uint)round, one.Work))]);
            }

            foreach (var block in works.Chunk(ABlock))
            {
                chain.Mine([.. block.Select((one, i) => ToldEvent.Attested(ToldEvent.IdOf(one.Account, (uint)round, one.Work), Some.Address(1), i % 10 > 0, 5))]);
            }

            chain.Mine(ToldEvent.Settled((uint)round, Some.Hash(round), Some.Hash(round), Wei.Gwei(1000)));
            foreach (var block in Enumerable.Range(0, Players).Chunk(ABlock))
            {
                chain.Mine([.. block.Select(player => ToldEvent.Claimed((uint)round, AccountOf(player), player, Wei.Gwei((ulong)player)))]);
            }
        }

        chain.MineEmpty(3);
    }

    private static Address AccountOf(int player) => new(Keccak256.Of($"account {player}").ToArray().AsSpan(0, Address.Bytes));

    private static void Ask(string what, Action ask) => Say($"{what}: {Best(ask).TotalMilliseconds:0.0} ms");

    private static TimeSpan Best(Action act) => Enumerable.Range(0, 5).Min(_ => Time(act));

    private static TimeSpan Time(Action act)
    {
        var watch = Stopwatch.StartNew();
        act();
        return watch.Elapsed;
    }

    private static void Say(FormattableString line) => TestContext.Current.TestOutputHelper!.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
