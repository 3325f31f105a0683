using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>What is fixed when a round opens.</summary>
public sealed record RoundTerms
{
    // Of the time of a training, for what is to be done between the last step and the commitment.
    private const double LastShare = 0.1;

    private static readonly TimeSpan LongestLast = TimeSpan.FromSeconds(30);

    /// <summary>The number of the round, from 1.</summary>
    public required ulong Number { get; init; }

    /// <summary>The checkpoint that all begin with.</summary>
    public required BlobId Base { get; init; }

    /// <summary>The digest of how to train; whoever trains otherwise is found out by replay.</summary>
    public required Digest Recipe { get; init; }

    /// <summary>The digest of the secret that the coordinator shows when all has been revealed: so it cannot choose whom chance draws, nor can anybody else.</summary>
    public required Digest Secret { get; init; }

    /// <summary>When training begins.</summary>
    public required DateTimeOffset Opens { get; init; }

    /// <summary>Until when one may commit.</summary>
    public required DateTimeOffset CommitBy { get; init; }

    /// <summary>Until when one may reveal.</summary>
    public required DateTimeOffset RevealBy { get; init; }

    /// <summary>Until when verdicts count.</summary>
    public required DateTimeOffset VerifyBy { get; init; }

    /// <summary>How many steps of training a segment has.</summary>
    public int StepsASegment { get; init; } = 6;

    /// <summary>How many segments a lease has at most.</summary>
    public int MostSegments { get; init; } = 64;

    /// <summary>How many leases there are at most; who comes later trains in the next round.</summary>
    public int MostLeases { get; init; } = 1000;

    /// <summary>How many updates must be revealed; with fewer the time to commit is extended once, by as much again.</summary>
    public int FewestReveals { get; init; } = 1;

    /// <summary>How long a trainer may take to send evidence, and a verifier to answer before another one is asked, too.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>What is shared out among those who contributed.</summary>
    public double Budget { get; init; } = 1000;

    /// <summary>How long a trainer goes on from now: what is left of the time to commit then is for committing.</summary>
    public TimeSpan LeftToTrain(DateTimeOffset now)
    {
        var last = (CommitBy - Opens) * LastShare;
        var left = CommitBy - now - (last < LongestLast ? last : LongestLast);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
