using System.Numerics;
using System.Text.Json;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Standings;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Standings;

/// <summary>What is answered of a small history that is written down here. Of its 12 blocks 10 are final.</summary>
public sealed class StandingsIndexTests : IDisposable
{
    private static readonly Address Ada = Some.Address(1);
    private static readonly Address Bob = Some.Address(2);
    private static readonly Address Vera = Some.Address(3);
    private static readonly Address Victor = Some.Address(4);
    private static readonly Hash32 AdasKey = Some.Hash(11);
    private static readonly Hash32 BobsKey = Some.Hash(12);
    private static readonly Hash32 Model = Some.Hash(50);
    private static readonly Hash32 Record = Some.Hash(60);
    private static readonly Work Play = new(WorkKind.Session, Some.Hash(1), default);
    private static readonly Work Lease = new(WorkKind.Training, Some.Hash(1), Some.Hash(2));
    private static readonly Work Check = new(WorkKind.Verifying, Some.Hash(3), default);
    private static readonly Work New = new((WorkKind)9, Some.Hash(4), default);
    private static readonly Work Clip = new(WorkKind.Clips, Some.Hash(5), default);
    private static readonly Page All = new();

    private readonly SomeIndex _some = new();

    public StandingsIndexTests()
    {
        var chain = _some.Chain;
        chain.Mine(ToldEvent.Confirmed(Ada, AdasKey), ToldEvent.Confirmed(Bob, BobsKey));
        chain.Mine(ToldEvent.Opened(1, new Wei(1000)));
        chain.Mine(ToldEvent.Submitted(Ada, 1, Play), ToldEvent.Submitted(Ada, 1, Lease), ToldEvent.Submitted(Bob, 1, Play));
        chain.Mine(ToldEvent.Batch(Bob, 1, 0, 250));
        chain.Mine(
            ToldEvent.Attested(ToldEvent.IdOf(Ada, 1, Play), Vera, true, 7), ToldEvent.Attested(ToldEvent.IdOf(Ada, 1, Play), Victor, false, 0),
            ToldEvent.Attested(ToldEvent.IdOf(Ada, 1, Lease), Vera, true, 5), ToldEvent.Attested(ToldEvent.IdOf(Bob, 1, Play), Vera, false, 0));
        chain.Mine(ToldEvent.Settled(1, Model, Record, new Wei(900)));
        chain.Mine(ToldEvent.Claimed(1, Ada, 0, new Wei(600)), ToldEvent.Claimed(1, Bob, 1, new Wei(200)));
        chain.Mine(ToldEvent.Opened(2, new Wei(100)));
        chain.Mine(ToldEvent.Submitted(Ada, 2, Play), ToldEvent.Submitted(Ada, 2, Check), ToldEvent.Submitted(Bob, 2, New));
        chain.Mine(ToldEvent.Slashed(Victor, new Wei(10), ToldEvent.IdOf(Ada, 1, Play)), ToldEvent.Withdrawn(Ada, new Wei(300)), ToldEvent.Barred(Bob, BobsKey, Some.Hash(70)));
        chain.Mine(ToldEvent.Withdrawn(Ada, new Wei(100)));
        chain.Mine(ToldEvent.Submitted(Bob, 2, Clip));
    }

    private StandingsIndex Index => _some.Index;

    public void Dispose() => _some.Dispose();

    [Fact]
    public async Task Standings_are_by_credit_and_count_each_work_once()
    {
        await _some.CatchUpAsync();

        var page = Index.Standings(new StandingsFilter(), All);

        Assert.Equal((2, new ReadUpTo(10, 12)), (page.Total, page.UpTo));
        Assert.Equal(
            [
                new Standing(Ada) { Rank = 1, Peer = AdasKey, Contributions = new KindCounts(1, 1, 1, 0, 0), Accepted = 1, Rounds = 2, LastRound = 2, Credit = new Wei(600) },
                new Standing(Bob)
                {
                    Rank = 2,
                    Peer = BobsKey,
                    IsBarred = true,
                    Contributions = new KindCounts(1, 0, 0, 1, 1),
                    Rejected = 1,
                    Rounds = 2,
                    LastRound = 2,
                    Batches = 1,
                    Credit = new Wei(200),
                },
            ],
            page.Players);
    }

    [Fact]
    public async Task Standings_of_a_round_have_what_counts_in_it()
    {
        await _some.CatchUpAsync();

        var first = Index.Standings(new StandingsFilter { Round = 1 }, All).Players;
        var second = Index.Standings(new StandingsFilter { Round = 2 }, All).Players;
        var since = Index.Standings(new StandingsFilter { Since = 2 }, All).Players;

        Assert.Equal([(Ada, 2, 600, 0), (Bob, 1, 200, 1)], first.Select(Shortly));
        Assert.Equal([(Bob, 2, 0, 0), (Ada, 1, 0, 0)], second.Select(Shortly));
        Assert.Equal(second, since);
        Assert.Empty(Index.Standings(new StandingsFilter { Round = 3 }, All).Players);
    }

    [Fact]
    public async Task Standings_of_a_kind_are_of_those_who_did_some_with_all_their_credit()
    {
        await _some.CatchUpAsync();

        Assert.Equal([(Ada, 1, 600, 0), (Bob, 1, 200, 1)], Index.Standings(new StandingsFilter { Kind = 0 }, All).Players.Select(Shortly));
        Assert.Equal([(Ada, 1, 600, 0)], Index.Standings(new StandingsFilter { Kind = 2 }, All).Players.Select(Shortly));
        Assert.Equal([(Bob, 1, 0, 0)], Index.Standings(new StandingsFilter { Kind = 3, Since = 2 }, All).Players.Select(Shortly));
    }

    [Fact]
    public async Task Pages_follow_each_other_and_are_bounded()
    {
        await _some.CatchUpAsync();

        var second = Index.Standings(new StandingsFilter(), new Page(1, 1));

        Assert.Equal((2, Bob, 2), (second.Total, Assert.Single(second.Players).Account, second.Players[0].Rank));
        Assert.Empty(Index.Standings(new StandingsFilter(), new Page(5, 2)).Players);
        Assert.Equal([1U], Index.Rounds(new Page(1, 1)).Rounds.Select(round => round.Number));
        Assert.Throws<ArgumentOutOfRangeException>(() => Index.Rounds(new Page(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Index.Rounds(new Page(Page.Most + 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Index.Profile(Ada, new Page(1, -1)));
    }

    [Fact]
    public async Task Rounds_say_what_came_of_them()
    {
        await _some.CatchUpAsync();

        var page = Index.Rounds(All);

        Assert.Equal(2, page.Total);
        Assert.Equal(
            [
                new RoundStanding(2, ToldEvent.Parent(2), new Wei(100), At(8)) { Contributions = new KindCounts(0, 0, 1, 1, 1), Repeated = 1, Contributors = 2 },
                new RoundStanding(1, ToldEvent.Parent(1), new Wei(1000), At(2))
                {
                    Settlement = new RoundSettlement(Model, IsPromoted: true, Record, new Wei(900), At(6)),
                    Claimed = new Wei(800),
                    Contributions = new KindCounts(2, 1, 0, 0, 0),
                    Contributors = 2,
                    Batches = 1,
                },
            ],
            page.Rounds);
    }

    [Fact]
    public async Task A_round_whose_model_is_its_parent_promoted_none()
    {
        _some.Chain.Mine(ToldEvent.Settled(2, ToldEvent.Parent(2), Record, Wei.Zero));
        await _some.CatchUpAsync();

        Assert.Equal(new RoundSettlement(ToldEvent.Parent(2), IsPromoted: false, Record, Wei.Zero, At(13)), Index.Rounds(All).Rounds[0].Settlement);
    }

    [Fact]
    public async Task A_round_in_full_has_its_contributions_verdicts_credits_and_batches()
    {
        await _some.CatchUpAsync();

        var round = Index.Round(1, All)!;

        Assert.Equal(Index.Rounds(All).Rounds[1], round.Round);
        Assert.Equal([(Bob, Play.Demonstrations), (Ada, Lease.Demonstrations), (Ada, Play.Demonstrations)], round.Contributions.Select(one => (one.Contributor, one.Demonstrations)));
        Assert.Equal(
            [new ToldVerdict(ToldEvent.IdOf(Ada, 1, Play), Vera, true, 7, At(5)), new ToldVerdict(ToldEvent.IdOf(Ada, 1, Play), Victor, false, 0, At(5, 1))],
            round.Contributions[2].Verdicts);
        Assert.Equal([new ToldCredit(1, Bob, 1, new Wei(200), At(7, 1)), new ToldCredit(1, Ada, 0, new Wei(600), At(7))], round.Credits);
        Assert.Equal(2, round.CreditsTotal);
        Assert.Equal([(Bob, 1U, 250U)], round.Batches.Select(batch => (batch.Contributor, batch.Round, batch.Count)));
        Assert.Null(Index.Round(3, All));
    }

    [Fact]
    public async Task A_profile_links_each_credit_to_its_evidence_and_says_which_round_counts()
    {
        await _some.CatchUpAsync();

        var ada = Index.Profile(Ada, All);

        Assert.Equal(Index.Standings(new StandingsFilter(), All).Players[0], ada.Standing);
        Assert.Equal(
            [(2U, Check, 2U, true), (2U, Play, 1U, false), (1U, Lease, 1U, true), (1U, Play, 1U, true)],
            ada.Contributions.Select(one => (one.Round, new Work((WorkKind)one.Kind, one.Demonstrations, one.Update), one.CountsInRound, one.Counts)));
        Assert.Equal((4, At(9, 1), ToldEvent.IdOf(Ada, 2, Check)), (ada.ContributionsTotal, ada.Contributions[0].Told, ada.Contributions[0].Id));
        var credit = Assert.Single(ada.Credits);
        Assert.Equal(new ToldCredit(1, Ada, 0, new Wei(600), At(7)), credit.Credit);
        Assert.Equal((Record, Model), (credit.Settlement!.Record, credit.Settlement.Model));
        Assert.Equal([(Vera, true, 7U), (Victor, false, 0U), (Vera, true, 5U)], credit.Verdicts.Select(one => (one.Verifier, one.Accepts, one.Score)));
        Assert.Equal((new Wei(400), (Hash32?)null), (ada.Withdrawn, ada.BarredFor));
        Assert.True(ada.Credits[0].Credit.Told.IsFinal);
    }

    [Fact]
    public async Task A_profile_says_of_what_is_not_final_that_it_is_not()
    {
        await _some.CatchUpAsync();

        var bob = Index.Profile(Bob, All);

        Assert.Equal([(Clip.Demonstrations, false), (New.Demonstrations, true), (Play.Demonstrations, true)], bob.Contributions.Select(one => (one.Demonstrations, one.Told.IsFinal)));
        Assert.Equal(Some.Hash(70), bob.BarredFor);
        Assert.Equal([(1U, 250U)], bob.Batches.Select(batch => (batch.Round, batch.Count)));
    }

    [Fact]
    public async Task Verifiers_and_strangers_have_a_profile_without_a_rank()
    {
        await _some.CatchUpAsync();

        var victor = Index.Profile(Victor, All);
        var stranger = Index.Profile(Some.Address(77), All);

        Assert.Equal([new ToldSlash(new Wei(10), ToldEvent.IdOf(Ada, 1, Play), At(10))], victor.Slashes);
        Assert.Equal(new Standing(Victor), victor.Standing);
        Assert.Equal((new Standing(Some.Address(77)), 0, 0), (stranger.Standing, stranger.ContributionsTotal, stranger.CreditsTotal));
    }

    [Fact]
    public async Task Amounts_are_exact_however_large()
    {
        var large = new Wei((BigInteger.One << 128) - 1);
        _some.Chain.Mine(ToldEvent.Claimed(1, Bob, 2, large), ToldEvent.Claimed(1, Bob, 3, large), ToldEvent.Withdrawn(Bob, large));
        await _some.CatchUpAsync();

        Assert.Equal(new Wei(200) + large + large, Index.Standings(new StandingsFilter(), All).Players[0].Credit);
        Assert.Equal(new Wei(800) + large + large, Index.Rounds(All).Rounds[1].Claimed);
        Assert.Equal(large, Index.Profile(Bob, All).Withdrawn);
    }

    [Fact]
    public async Task Lines_may_have_any_number()
    {
        var line = (BigInteger.One << 256) - 1;
        _some.Chain.Mine(new ToldEvent("CreditClaimed", 1U, Bob, line, new Wei(1)));
        await _some.CatchUpAsync();

        Assert.Equal(line, Index.Profile(Bob, All).Credits[0].Credit.Line);
    }

    [Fact]
    public async Task Answers_come_back_from_their_JSON()
    {
        await _some.CatchUpAsync();
        var (page, profile, round) = (Index.Standings(new StandingsFilter(), All), Index.Profile(Ada, All), Index.Round(1, All)!);

        var text = JsonSerializer.Serialize(page, StandingsJson.Default.StandingsPage);

        Assert.Contains($$"""{"account":"{{Ada}}","rank":1,"peer":"{{AdasKey}}","isBarred":false,"contributions":{"sessions":1,""", text, StringComparison.Ordinal);
        Assert.Contains("\"credit\":\"600\"", text, StringComparison.Ordinal);
        Assert.Equal(page.Players, JsonSerializer.Deserialize(text, StandingsJson.Default.StandingsPage)!.Players);
        Assert.Equal(profile.Standing, JsonSerializer.Deserialize(JsonSerializer.Serialize(profile, StandingsJson.Default.PlayerProfile), StandingsJson.Default.PlayerProfile)!.Standing);
        Assert.Equal(round.Credits, JsonSerializer.Deserialize(JsonSerializer.Serialize(round, StandingsJson.Default.RoundInFull), StandingsJson.Default.RoundInFull)!.Credits);
    }

    private static (Address Account, int Contributions, int Credit, int Batches) Shortly(Standing one) => (one.Account, one.Contributions.Sum, (int)one.Credit.Value, one.Batches);

    private ToldAt At(ulong height, int index = 0) => new(_some.Chain.TransactionOf(height, index), height, height <= _some.Chain.Head - 2);
}
