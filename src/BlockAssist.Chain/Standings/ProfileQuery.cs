using System.Numerics;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Standings;

/// <summary>Asks for all of an account.</summary>
/// <param name="index">The index.</param>
/// <param name="account">Whose.</param>
internal sealed class ProfileQuery(IndexReading index, Address account)
{
    private readonly (string, object?) _account = ("$account", account.ToArray());

    /// <summary>What there is, of lists a page.</summary>
    public PlayerProfile Read(Page page)
    {
        var entries = new EntriesQuery(index, EntryColumn.Account, account.ToArray());
        var standing = new StandingsQuery(index, new StandingsFilter()).All().FirstOrDefault(standing => standing.Account == account) ?? new Standing(account);
        return new PlayerProfile(StandingsQuery.WithPeer(index, standing), index.UpTo)
        {
            Contributions = entries.Contributions(page),
            ContributionsTotal = entries.ContributionsTotal(),
            Credits = [.. entries.Credits(page).Select(WithEvidence)],
            CreditsTotal = entries.CreditsTotal(),
            Batches = entries.Batches(page),
            Slashes = Slashes(page),
            BarredFor = index.List("SELECT evidence FROM barring WHERE account = $account", row => (Hash32?)IndexReading.HashAt(row, 0), _account).SingleOrDefault(),
            Withdrawn = Withdrawn(),
        };
    }

    private EvidencedCredit WithEvidence(ToldCredit credit) =>
        new(credit, new RoundsQuery(index).SettlementOf(credit.Round), EntriesQuery.VerdictsOf(index, account, credit.Round));

    private IReadOnlyList<ToldSlash> Slashes(Page page) => index.List(
        "SELECT amount, evidence, at, tx FROM slash WHERE verifier = $account ORDER BY at DESC LIMIT $top OFFSET $offset",
        row => new ToldSlash(IndexReading.WeiAt(row, 0), IndexReading.HashAt(row, 1), index.ToldAt(row, 2)), [_account, .. page.Values]);

    private Wei Withdrawn() => new(index
        .List("SELECT amount FROM withdrawal WHERE account = $account", row => IndexReading.NumberAt(row, 0), _account)
        .Aggregate(BigInteger.Zero, (sum, amount) => sum + amount));
}
