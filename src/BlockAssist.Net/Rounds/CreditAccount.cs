namespace BlockAssist.Net.Rounds;

/// <summary>What one peer has of all that it was credited, by the rules of <see cref="CreditBook"/>. Takes rounds in their order.</summary>
public sealed class CreditAccount
{
    private readonly LinkedList<Entry> _locked = [];
    private readonly List<LostCredit> _lost = [];

    /// <summary>What nobody can take from it any more.</summary>
    public double Free { get; private set; }

    /// <summary>All that it has, locked or not.</summary>
    public double All => Free + _locked.Sum(one => one.Amount);

    /// <summary>What may still be lost, the oldest first.</summary>
    public IReadOnlyList<LockedCredit> Locked =>
        [.. _locked.GroupBy(one => one.Round).Select(round => new LockedCredit(round.Key, round.Sum(one => one.Amount))).Where(one => one.Amount > 0)];

    /// <summary>What was lost, the oldest first.</summary>
    public IReadOnlyList<LostCredit> Lost => _lost;

    /// <summary>Frees what can no longer be lost when a round ends.</summary>
    public void FreeUpTo(ulong round)
    {
        while (_locked.First is { } oldest && oldest.Value.Round + CreditBook.LockedRounds < round)
        {
            Free += oldest.Value.Amount;
            _locked.RemoveFirst();
        }
    }

    /// <summary>Takes in what a round brought.</summary>
    public void Take(CreditShare share)
    {
        ArgumentNullException.ThrowIfNull(share);
        FreeUpTo(share.Round);
        _locked.AddLast(new Entry(share.Round, share.Trained, share.Reason == CreditReason.Trusted));
        _locked.AddLast(new Entry(share.Round, share.Verified, IsOnTrust: false));
        if (share.Reason == CreditReason.NoEvidence)
        {
            Drop(share.Round, CreditReason.NoEvidence, entry => entry.IsOnTrust);
        }

        if (share.Fault is { } fault)
        {
            Drop(share.Round, fault, _ => true);
        }
    }

    private void Drop(ulong round, CreditReason why, Func<Entry, bool> isLost)
    {
        var lost = 0.0;
        for (var (one, next) = (_locked.First, _locked.First?.Next); one is not null; (one, next) = (next, next?.Next))
        {
            if (isLost(one.Value))
            {
                lost += one.Value.Amount;
                _locked.Remove(one);
            }
        }

        if (lost > 0)
        {
            _lost.Add(new LostCredit(round, lost, why));
        }
    }

    private readonly record struct Entry(ulong Round, double Amount, bool IsOnTrust);
}
