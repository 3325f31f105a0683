using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Verification;
using BlockAssist.Simulation.Episodes;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Leases;

/// <summary>Trains a segment of somebody's lease again, after all that is cheaper to check was checked.</summary>
/// <remarks>
/// Needs nothing of the verifier's but base and recipe. What the trainer sent may be anybody's: what is wrong with it is a finding, never an
/// exception, and its work is bounded. Belongs to one thread.
/// </remarks>
/// <param name="own">What this process computes on.</param>
/// <param name="device">The device that is.</param>
/// <param name="scratch">A folder for this replay alone, for episodes; whoever asked for it deletes it.</param>
public sealed class LeaseReplay(DeviceClass own, Device device, string scratch)
{
    /// <summary>How far an honest segment of another class of device may be off; null where nobody knows.</summary>
    public Func<TrainingSegment, double?> Tolerance { get; init; } = _ => null;

    /// <summary>How much the verifier takes upon itself.</summary>
    public SegmentLimits Limits { get; init; } = new();

    /// <summary>Replays a segment.</summary>
    /// <param name="claim">What the trainer committed to.</param>
    /// <param name="files">Where everything is.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    public LeaseFinding Replay(LeaseClaim claim, LeaseFiles files, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(files);
        if (!claim.Terms.IsPossible || claim.Marks.Count > claim.Terms.Segments || (uint)claim.Segment >= (uint)claim.Marks.Count)
        {
            return Undecided($"there is no segment {claim.Segment} of {claim.Marks.Count} in a lease of {claim.Terms.Segments}");
        }

        try
        {
            var start = LeaseBase.Load(files.Base);
            var recipe = LeaseRecipe.Load(files.Recipe);
            start.Demand(recipe);
            return Check(start, recipe, claim, files, cancellation);
        }
        catch (Exception error) when (error is ArtifactFormatException or IOException or UnauthorizedAccessException)
        {
            return Undecided(error.Message);
        }
    }

    private static LeaseFinding Undecided(string reason) => new(LeaseOutcome.Undecided, reason);

    private static LeaseFinding Different(string reason) => new(LeaseOutcome.Different, reason);

    private LeaseFinding Check(LeaseBase start, LeaseRecipe recipe, LeaseClaim claim, LeaseFiles files, CancellationToken cancellation)
    {
        // Files that cannot be read are the verifier's trouble; what is in them is the trainer's.
        using (File.OpenRead(files.Evidence))
        using (File.OpenRead(files.Update))
        {
        }

        try
        {
            return Judge(evidence => new EvidenceCheck(start, recipe, claim, evidence), files, cancellation);
        }
        catch (Exception error) when (error is ArtifactFormatException or EpisodeFormatException or TrainingException)
        {
            return Different(error.Message);
        }
    }

    private LeaseFinding Judge(Func<LeaseEvidence, EvidenceCheck> checkOf, LeaseFiles files, CancellationToken cancellation)
    {
        var evidence = LeaseEvidence.Load(files.Evidence);
        var (check, before) = (checkOf(evidence), default(TrainingMoment));
        if (check.OfTerms() is { } otherTerms)
        {
            return Different(otherTerms);
        }

        // The segment is as the lease wants it: that it is too much is not the trainer's fault.
        if (Limits.Complaint(evidence.Segment) is { } tooMuch)
        {
            return Undecided(tooMuch);
        }

        if ((check.OfLessons() ?? OfStates(check, files.Update, out before)) is { } misfit)
        {
            return Different(misfit);
        }

        if (new EvidenceEpisodes(evidence, scratch).Complaint(out var episodes, cancellation) is { } otherPlay)
        {
            return Different(otherPlay);
        }

        var replay = new SegmentReplay(episodes, Limits, own, device) { Tolerance = Tolerance };
        return Found(replay.Replay(evidence.Segment, _ => before!, cancellation));
    }

    private static string? OfStates(EvidenceCheck check, string update, out TrainingMoment? before) =>
        check.OfStates(new FileInfo(update).Length > LeaseEvidence.MaxBytes ? [] : File.ReadAllBytes(update), out before);

    private static LeaseFinding Found(ReplayVerdict verdict) => new(
        verdict.Outcome switch
        {
            ReplayOutcome.Exact or ReplayOutcome.Close => LeaseOutcome.Same,
            ReplayOutcome.Undecided => LeaseOutcome.Undecided,
            _ => LeaseOutcome.Different,
        },
        verdict.Reason,
        verdict.Difference ?? 0);
}
