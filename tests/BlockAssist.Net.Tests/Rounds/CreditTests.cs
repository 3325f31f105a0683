using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Tests.Rounds;

/// <summary>What work is worth, and when it is lost again.</summary>
public sealed class CreditTests
{
    private static readonly PeerId Ada = PlayedRound.Peer(1);
    private static readonly PeerId Bob = PlayedRound.Peer(2);

    private readonly CreditBook _book = new();
    private ulong _round;

    [Fact]
    public void Many_identities_get_together_what_one_does_for_as_much_work()
    {
        var shares = new CreditShares(1000);
        var whole = shares.OfTrainers(new Dictionary<PeerId, (int, double, int)> { [Ada] = (64, 0.4, 0), [Bob] = (64, 0.4, 0) });
        var fallen = shares.OfTrainers(Enumerable.Range(10, 64).ToDictionary(number => PlayedRound.Peer((byte)number), _ => (1, 0.4, 0)).Append(new(Ada, (64, 0.4, 0))).ToDictionary());

        Assert.Equal(whole[Ada], fallen[Ada], 1e-9);
        Assert.Equal(whole[Bob], fallen.Where(one => one.Key != Ada).Sum(one => one.Value), 1e-9);
    }

    [Fact]
    public void A_finding_is_worth_no_more_than_a_segment()
    {
        var shares = new CreditShares(1000);

        Assert.Equal(8, shares.OfVerifiers(new Dictionary<PeerId, double> { [Ada] = 1 }, segments: 100)[Ada], 1e-9);
        Assert.Equal(100, shares.OfVerifiers(new Dictionary<PeerId, double> { [Ada] = 100 }, segments: 100)[Ada], 1e-9);
    }

    [Fact]
    public void Who_lies_loses_all_that_is_locked_and_keeps_what_is_older()
    {
        Take(CreditReason.Verified, 100);
        for (var round = 0; round < CreditBook.LockedRounds; round++)
        {
            Take(CreditReason.Verified, 1);
        }

        Assert.Equal((148, 0), (_book.Of(Ada), _book.FreeOf(Ada)));
        Take(CreditReason.Refuted, 0);

        Assert.Equal((100, 100), (_book.Of(Ada), _book.FreeOf(Ada)));
        Assert.Equal(_round, _book.Of(Bob));
    }

    [Fact]
    public void Who_slanders_loses_what_it_got_for_verifying_as_well()
    {
        Take(CreditReason.Verified, 10, paid: 5);
        Assert.Equal(15, _book.Of(Ada));

        Take(CreditReason.Slandered, 0);

        Assert.Equal(0, _book.Of(Ada));
    }

    [Fact]
    public void Who_shows_no_evidence_loses_only_what_it_got_on_trust()
    {
        Take(CreditReason.Verified, 10);
        Take(CreditReason.Trusted, 20);
        Take(CreditReason.NoEvidence, 0);

        Assert.Equal(10, _book.Of(Ada));
    }

    [Fact]
    public void An_account_says_until_when_credit_is_locked_and_what_was_lost_and_why()
    {
        var account = new CreditAccount();
        account.Take(new CreditShare(1, CreditReason.Verified, 10, 5, null));
        account.Take(new CreditShare(2, CreditReason.Trusted, 20, 0, null));
        account.Take(new CreditShare(3, null, 0, 0, null));
        account.Take(new CreditShare(4, CreditReason.NoEvidence, 0, 2, null));
        Assert.Equal([new LockedCredit(1, 15), new LockedCredit(4, 2)], account.Locked);
        Assert.Equal((49UL, 52UL), (account.Locked[0].Until, account.Locked[1].Until));

        account.FreeUpTo(50);
        account.Take(new CreditShare(51, null, 0, 3, CreditReason.Slandered));

        Assert.Equal((15, 15), (account.Free, account.All));
        Assert.Equal([new LostCredit(4, 20, CreditReason.NoEvidence), new LostCredit(51, 5, CreditReason.Slandered)], account.Lost);
    }

    [Fact]
    public void A_share_is_what_the_record_says_of_a_peer()
    {
        var record = Record(CreditReason.Refuted, 0, 5);

        Assert.Equal(new CreditShare(1, CreditReason.Refuted, 0, 5, CreditReason.Refuted), CreditShare.Of(record, Ada));
        Assert.Equal(new CreditShare(1, CreditReason.Verified, 1, 0, null), CreditShare.Of(record, Bob));
        Assert.Equal(new CreditShare(1, null, 0, 0, null), CreditShare.Of(record, PlayedRound.Peer(3)));
        Assert.All(CreditShare.AllOf(record), one => Assert.Equal(CreditShare.Of(record, one.Peer), one.Share));
    }

    private void Take(CreditReason reason, double amount, double paid = 0) => _book.Take(Record(reason, amount, paid));

    private RoundRecord Record(CreditReason reason, double amount, double paid)
    {
        var terms = PlayedRound.Terms() with { Number = ++_round };
        return new RoundRecord(
            terms,
            terms.Base,
            false,
            null,
            null,
            [new CreditLine(Ada, reason, amount, 10, 100, 0.5, 1), new CreditLine(Bob, CreditReason.Verified, 1, 10, 100, 0.5, 1)],
            new Dictionary<PeerId, double> { [Ada] = paid },
            reason == CreditReason.Refuted ? [Ada] : [])
        {
            Slanderers = reason == CreditReason.Slandered ? [Ada] : [],
        };
    }
}
