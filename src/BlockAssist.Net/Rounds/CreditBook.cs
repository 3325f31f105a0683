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

    private readonly Dictionary<PeerId, Account> _accounts = [];

    /// <summary>All that a peer has, locked or not.</summary>
    public double Of(PeerId peer) => _accounts.TryGetValue(peer, out var account) ? account.Free + account.Locked.Sum(one => one.Amount) : 0;

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

        foreach (var line in record.Credits)
        {
            AccountOf(line.Peer).Locked.AddLast(new Entry(record.Terms.Number, line.Amount, line.Reason == CreditReason.Trusted));
        }

        foreach (var (verifier, amount) in record.Verifications)
        {
            AccountOf(verifier).Locked.AddLast(new Entry(record.Terms.Number, amount, IsOnTrust: false));
        }

        foreach (var line in record.Credits.Where(line => line.Reason == CreditReason.NoEvidence))
        {
            AccountOf(line.Peer).Drop(entry => entry.IsOnTrust);
        }

        foreach (var liar in record.Refuted.Concat(record.Slanderers))
        {
            AccountOf(liar).Drop(_ => true);
        }
    }

    private Account AccountOf(PeerId peer)
    {
        if (!_accounts.TryGetValue(peer, out var account))
        {
            _accounts.Add(peer, account = new Account());
        }

        return account;
    }

    private readonly record struct Entry(ulong Round, double Amount, bool IsOnTrust);

    private sealed class Account
    {
        public LinkedList<Entry> Locked { get; } = [];

        public double Free { get; private set; }

        public void FreeUpTo(ulong round)
        {
            while (Locked.First is { } oldest && oldest.Value.Round + LockedRounds < round)
            {
                Free += oldest.Value.Amount;
                Locked.RemoveFirst();
            }
        }

        public void Drop(Func<Entry, bool> isLost)
        {
            for (var (one, next) = (Locked.First, Locked.First?.Next); one is not null; (one, next) = (next, next?.Next))
            {
                if (isLost(one.Value))
                {
                    Locked.Remove(one);
                }
            }
        }
    }
}
