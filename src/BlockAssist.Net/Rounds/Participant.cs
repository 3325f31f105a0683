namespace BlockAssist.Net.Rounds;

/// <summary>A peer that took a lease, and how far it came.</summary>
/// <param name="lease">Its lease.</param>
internal sealed class Participant(Lease lease)
{
    /// <summary>Its lease.</summary>
    public Lease Lease { get; } = lease;

    /// <summary>What it committed to; null before.</summary>
    public Commitment? Commitment { get; private set; }

    /// <summary>The place among those who committed, from 0.</summary>
    public int Place { get; private set; }

    /// <summary>What it revealed; null before.</summary>
    public Revelation? Revelation { get; private set; }

    /// <summary>By how much its update makes the model better at what nobody had seen.</summary>
    public double Gain { get; set; }

    /// <summary>Whether its update makes the model worse: it is verified as all are, and never merged.</summary>
    public bool IsUnhelpful => Gain < 0;

    /// <summary>The segments that were drawn.</summary>
    public SortedDictionary<int, SegmentCheck> Checks { get; } = [];

    /// <summary>Why it will not be credited; null as long as nothing speaks against it.</summary>
    public CreditReason? Fault { get; set; }

    /// <summary>Whether it is still in the running with an update.</summary>
    public bool IsRunning => Revelation is not null && Fault is null;

    /// <summary>What came of it.</summary>
    public CreditReason Reason =>
        Fault
        ?? (Commitment is null ? CreditReason.NotCommitted
        : Revelation is null ? CreditReason.NotRevealed
        : Checks.Count == 0 ? CreditReason.Trusted
        : CreditReason.Verified);

    /// <summary>Binds it.</summary>
    /// <returns>Why that is not possible; null if it is.</returns>
    public RoundRefusal? Commit(Commitment commitment, int place)
    {
        if (Commitment is not null)
        {
            return Commitment == commitment ? null : RoundRefusal.Contradiction;
        }

        if (commitment.Segments < 1 || commitment.Segments > Lease.Segments || commitment.Examples < 1)
        {
            return RoundRefusal.NotAsLeased;
        }

        (Commitment, Place) = (commitment, place);
        return null;
    }

    /// <summary>Takes what it shows.</summary>
    /// <returns>Why that does not count; null if it does.</returns>
    public RoundRefusal? Reveal(Revelation revelation)
    {
        if (Commitment is null)
        {
            return RoundRefusal.NoLease;
        }

        if (revelation.Marks.Count != Commitment.Segments || SegmentChain.EndOf(Lease, revelation.Marks) != Commitment.Chain)
        {
            return RoundRefusal.Mismatch;
        }

        Revelation ??= revelation;
        return null;
    }

    /// <summary>Whether nothing drawn of it is open any more.</summary>
    public bool IsSettled => !IsRunning || Checks.Values.All(check => check.Outcome is not null);

    /// <summary>Ends what is still open of it where it is refuted.</summary>
    public void ConcludeIfRefuted(DateTimeOffset now)
    {
        if (Checks.Values.Any(check => check.Outcome == ReplayOutcome.Different))
        {
            Conclude(now);
        }
    }

    /// <summary>Notes that it has lost the dispute over what it said of another one.</summary>
    public void Slander() => Fault = Fault == CreditReason.Refuted ? Fault : CreditReason.Slandered;

    /// <summary>Draws the conclusion from what verifiers found.</summary>
    public void Conclude(DateTimeOffset now)
    {
        if (!IsRunning)
        {
            return;
        }

        Fault = Checks.Values.Any(check => check.Outcome == ReplayOutcome.Different) ? CreditReason.Refuted
            : Checks.Values.Any(check => check.IsWithoutEvidence(now)) ? CreditReason.NoEvidence
            : IsUnhelpful ? CreditReason.Unhelpful
            : Checks.Values.Any(check => check.Outcome == ReplayOutcome.Undecided) ? CreditReason.NotVerified
            : null;
    }
}
