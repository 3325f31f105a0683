using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Verification;
using BlockAssist.Simulation.Episodes;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Leases;

/// <summary>Trains a segment of somebody's lease again, after all that is cheaper to check was checked.</summary>
/// <remarks>
/// Needs nothing of the verifier's but base and recipe. What the trainer sent may be anybody's: what is wrong with it is a finding, never an
/// exception, and its work is bounded. What is of a newer version than this program reads is no fault of the trainer's: it is undecided.
/// Belongs to one thread.
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
        Look(claim, files, sound => sound.Replay(cancellation), cancellation);

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
            if ((uint)steps >= (uint)claim.Terms.StepsASegment)
            {
                return Undecided($"there is no state after step {steps} within a segment of {claim.Terms.StepsASegment}");
            }

            sound.States.Save(sound.After(steps, cancellation), file);
            return Undecided($"only the state after step {steps} was wanted") with { Subject = LeaseSubject.Steps };
        },
        cancellation);

    /// <summary>Looks at a segment of which all that can be checked without a step was found sound.</summary>
    /// <param name="claim">What the trainer committed to.</param>
    /// <param name="files">Where everything is.</param>
    /// <param name="steps">What is to be found out about its steps.</param>
    /// <param name="cancellation">Ends it between two episodes.</param>
    internal LeaseFinding Look(LeaseClaim claim, LeaseFiles files, Func<ISoundSegment, LeaseFinding> steps, CancellationToken cancellation) =>
        Open(claim, files, steps, cancellation) with { Class = own.Key };

    private LeaseFinding Open(LeaseClaim claim, LeaseFiles files, Func<ISoundSegment, LeaseFinding> steps, CancellationToken cancellation)
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
        LeaseBase start, LeaseRecipe recipe, LeaseClaim claim, LeaseFiles files, Func<ISoundSegment, LeaseFinding> steps, CancellationToken cancellation)
    {
        // Files that cannot be read are the verifier's trouble; what is in them is the trainer's.
        using (File.OpenRead(files.Evidence))
        using (File.OpenRead(files.Update))
        {
        }

        try
        {
            return recipe.SelfPlay is { } play
                ? JudgeSelfPlay(start, recipe, play, claim, files, steps)
                : Judge(start, recipe, claim, files, steps, cancellation);
        }
        catch (Exception error) when (error is ArtifactFormatException or EpisodeFormatException or TrainingException)
        {
            return Different(error.Message);
        }
    }

    private LeaseFinding Judge(
        LeaseBase start, LeaseRecipe recipe, LeaseClaim claim, LeaseFiles files, Func<ISoundSegment, LeaseFinding> steps, CancellationToken cancellation)
    {
        var evidence = LeaseEvidence.Load(files.Evidence);
        var check = new EvidenceCheck(start, recipe, claim, evidence);
        if (check.OfTerms() is { } otherTerms)
        {
            return Different(otherTerms);
        }

        // The segment is as the lease wants it: that it is too much is not the trainer's fault.
        if (Limits.Complaint(evidence.Segment) is { } tooMuch)
        {
            return Undecided(tooMuch);
        }

        var before = default(LeaseMoment);
        if ((check.OfLessons() ?? check.OfStates(UpdateIn(files), out before)) is { } misfit)
        {
            return Different(misfit);
        }

        if (new EvidenceEpisodes(evidence, scratch).Complaint(out var episodes, cancellation) is { } otherPlay)
        {
            return Different(otherPlay);
        }

        var replay = new SegmentReplay(episodes, Limits, own, device) { Tolerance = Tolerance };
        return steps(new ImitationSegment(new LeaseStates(start, recipe), evidence, before!, replay, scratch));
    }

    private LeaseFinding JudgeSelfPlay(
        LeaseBase start, LeaseRecipe recipe, ReinforcementOptions play, LeaseClaim claim, LeaseFiles files, Func<ISoundSegment, LeaseFinding> steps)
    {
        if (Limits.ComplaintOf(claim.Terms.StepsASegment, play, recipe.Network) is { } tooMuch)
        {
            return Undecided(tooMuch);
        }

        var (course, update) = (new SelfPlayCourse(start, recipe, claim.Terms), UpdateIn(files));
        if (new SelfPlayCheck(start, recipe, claim, SelfPlayEvidence.Load(files.Evidence)).Complaint(course, update, out var before) is { } misfit)
        {
            return Different(misfit);
        }

        var isLast = claim.Segment == claim.Marks.Count - 1;
        return steps(new SelfPlaySegment(
            course, before!, claim.Terms.StepsASegment, claim.Marks[claim.Segment].State, claim.Class == own.Key, end => !isLast || LeaseUpdate.Is(start, end, update), device));
    }

    private static byte[] UpdateIn(LeaseFiles files) => new FileInfo(files.Update).Length > LeaseEvidence.MaxBytes ? [] : File.ReadAllBytes(files.Update);
}
