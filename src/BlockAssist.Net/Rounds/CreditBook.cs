using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>What peers have of all they were credited, round after round; whoever has the records comes to the same.</summary>
/// <remarks>
/// What a round brings is locked for <see cref="LockedRounds"/> more. Who is found to lie in that time, or to slander, loses all that is locked. Who does not
/// show evidence loses of it what it got on trust alone: so nothing is won by work that is made up and not shown when chance draws it.
/// </remarks>
public sealed class CreditBook
{
    /// <summary>For how many rounds credit is locked.</summary>
    public const int LockedRounds = 48;

    private readonly Dictionary<PeerId, CreditAccount> _accounts = [];

    /// <summary>All that a peer has, locked or not.</summary>
    public double Of(PeerId peer) => _accounts.TryGetValue(peer, out var account) ? account.All : 0;

    /// <summary>What a peer has that nobody can take from it any more.</summary>
    public double FreeOf(PeerId peer) => _accounts.TryGetValue(peer, out var account) ? account.Free : 0;

    /// <summary>Takes in what came of the next round.</summary>
    public void Take(RoundRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        foreach (var account in _accounts.Values)
        {
            account.FreeUpTo(record.Terms.Number);
        }

        foreach (var (peer, share) in CreditShare.AllOf(record))
        {
            AccountOf(peer).Take(share);
        }
    }

    private CreditAccount AccountOf(PeerId peer)
    {
        if (!_accounts.TryGetValue(peer, out var account))
        {
            _accounts.Add(peer, account = new CreditAccount());
        }

        return account;
    }
}
