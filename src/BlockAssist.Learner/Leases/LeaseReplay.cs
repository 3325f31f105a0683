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
    public LeaseFinding Replay(LeaseClaim claim, LeaseFiles files, CancellationToken cancellation) =>
        Look(claim, files, sound => WithPlay(Found(sound.Replay.Replay(sound.Evidence.Segment, _ => sound.Before, cancellation)), sound.Evidence), cancellation);

    /// <summary>Writes the state after some steps of a segment into a file: a checkpoint, as in evidence.</summary>
    /// <param name="claim">What the trainer committed to.</param>
    /// <param name="files">Where everything is.</param>
    /// <param name="steps">How many steps, fewer than the segment has.</param>
    /// <param name="file">Where to; there is none afterwards where something was wrong before any step.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    /// <returns>What was wrong; undecided where nothing was, since nothing is compared.</returns>
    public LeaseFinding WriteState(LeaseClaim claim, LeaseFiles files, int steps, string file, CancellationToken cancellation) => Look(
        claim,
        files,
        sound =>
        {
            if ((uint)steps >= (uint)sound.Evidence.Segment.Steps)
            {
                return Undecided($"there is no state after step {steps} within a segment of {sound.Evidence.Segment.Steps}");
            }

            var state = sound.Replay.After(sound.Evidence.Segment, sound.Before, steps, cancellation);
            CheckpointFile.Save(sound.Start.CheckpointOf(state), file);
            return Undecided($"only the state after step {steps} was wanted") with { Subject = LeaseSubject.Steps };
        },
        cancellation);

    /// <summary>Looks at a segment of which all that can be checked without a step was found sound.</summary>
    /// <param name="claim">What the trainer committed to.</param>
    /// <param name="files">Where everything is.</param>
    /// <param name="steps">What is to be found out about its steps.</param>
    /// <param name="cancellation">Ends it between two episodes.</param>
    internal LeaseFinding Look(LeaseClaim claim, LeaseFiles files, Func<SoundEvidence, LeaseFinding> steps, CancellationToken cancellation) =>
        Open(claim, files, steps, cancellation) with { Class = own.Key };

    /// <summary>What the replay of steps says, as a finding.</summary>
    internal static LeaseFinding Found(ReplayVerdict verdict) => new(
        verdict.Outcome switch
        {
            ReplayOutcome.Exact or ReplayOutcome.Close => LeaseOutcome.Same,
            ReplayOutcome.Undecided => LeaseOutcome.Undecided,
            _ => LeaseOutcome.Different,
        },
        verdict.Reason,
        verdict.Difference ?? 0)
    {
        // Who cannot make the steps has no states of them to show.
        Subject = verdict.Outcome == ReplayOutcome.Refused ? LeaseSubject.Evidence : LeaseSubject.Steps,
    };

    private LeaseFinding WithPlay(LeaseFinding found, LeaseEvidence evidence) =>
        found.Outcome == LeaseOutcome.Same ? found with { Play = new EvidenceEpisodes(evidence, scratch).Seen() } : found;

    private LeaseFinding Open(LeaseClaim claim, LeaseFiles files, Func<SoundEvidence, LeaseFinding> steps, CancellationToken cancellation)
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
            return Check(start, recipe, claim, files, steps, cancellation);
        }
        catch (Exception error) when (error is ArtifactFormatException or IOException or UnauthorizedAccessException)
        {
            return Undecided(error.Message);
        }
    }

    private static LeaseFinding Undecided(string reason) => new(LeaseOutcome.Undecided, reason) { Subject = LeaseSubject.Evidence };

    private static LeaseFinding Different(string reason) => new(LeaseOutcome.Different, reason) { Subject = LeaseSubject.Evidence };

    private LeaseFinding Check(
        LeaseBase start, LeaseRecipe recipe, LeaseClaim claim, LeaseFiles files, Func<SoundEvidence, LeaseFinding> steps, CancellationToken cancellation)
    {
        // Files that cannot be read are the verifier's trouble; what is in them is the trainer's.
        using (File.OpenRead(files.Evidence))
        using (File.OpenRead(files.Update))
        {
        }

        try
        {
            var evidence = LeaseEvidence.Load(files.Evidence);
            return Judge(start, evidence, new EvidenceCheck(start, recipe, claim, evidence), files.Update, steps, cancellation);
        }
        catch (Exception error) when (error is ArtifactFormatException or EpisodeFormatException or TrainingException)
        {
            return Different(error.Message);
        }
    }

    private LeaseFinding Judge(
        LeaseBase start, LeaseEvidence evidence, EvidenceCheck check, string update, Func<SoundEvidence, LeaseFinding> steps, CancellationToken cancellation)
    {
        var before = default(TrainingMoment);
        if (check.OfTerms() is { } otherTerms)
        {
            return Different(otherTerms);
        }

        // The segment is as the lease wants it: that it is too much is not the trainer's fault.
        if (Limits.Complaint(evidence.Segment) is { } tooMuch)
        {
            return Undecided(tooMuch);
        }

        if ((check.OfLessons() ?? OfStates(check, update, out before)) is { } misfit)
        {
            return Different(misfit);
        }

        if (new EvidenceEpisodes(evidence, scratch).Complaint(out var episodes, cancellation) is { } otherPlay)
        {
            return Different(otherPlay);
        }

        var replay = new SegmentReplay(episodes, Limits, own, device) { Tolerance = Tolerance };
        return steps(new SoundEvidence(start, evidence, before!, replay));
    }

    private static string? OfStates(EvidenceCheck check, string update, out TrainingMoment? before) =>
        check.OfStates(new FileInfo(update).Length > LeaseEvidence.MaxBytes ? [] : File.ReadAllBytes(update), out before);
}
