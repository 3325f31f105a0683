using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Verification;

namespace BlockAssist.Learner.Leases;

/// <summary>Decides between a trainer and a verifier who do not agree where the steps of a segment lead.</summary>
/// <remarks>States that they show may be anybody's: one that cannot be read is lost for who showed it. Belongs to one thread.</remarks>
/// <param name="replay">Checks evidence and makes steps.</param>
public sealed class LeaseReferee(LeaseReplay replay)
{
    /// <summary>How far honest ends of a segment may be apart on the class of who trained it and on one of another key; null where nobody knows.</summary>
    public Func<TrainingSegment, string, double?> Tolerance { get; init; } = (_, _) => null;

    /// <summary>Compares the states that the two showed after some steps.</summary>
    /// <param name="claim">What the trainer committed to.</param>
    /// <param name="files">Where everything is.</param>
    /// <param name="steps">After how many steps of the segment.</param>
    /// <param name="states">The files of the trainer's state and of the challenger's.</param>
    /// <param name="key">The key of the challenger's class of device.</param>
    public LeaseRuling Compare(LeaseClaim claim, LeaseFiles files, int steps, (string Trainer, string Challenger) states, string key)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(files);
        try
        {
            var (start, recipe) = (LeaseBase.Load(files.Base), LeaseRecipe.Load(files.Recipe));
            var (shown, step) = (new LeaseStates(start, recipe), (claim.Segment * claim.Terms.StepsASegment) + steps);
            return shown.TryLoad(states.Trainer, step) is not { } trainer ? new LeaseRuling(LeaseWord.ForChallenger, "the trainer's state cannot be read")
                : shown.TryLoad(states.Challenger, step) is not { } challenger ? new LeaseRuling(LeaseWord.ForTrainer, "the challenger's state cannot be read")
                : trainer.Hash() == challenger.Hash() ? new LeaseRuling(LeaseWord.Agree, "the same bits")
                : claim.Class == key ? new LeaseRuling(LeaseWord.Disagree, "other bits, on the same class of device")
                : recipe.SelfPlay is not null ? new LeaseRuling(LeaseWord.Undecided, "self-play of another class of device comes to other bits")
                : Measure(shown, claim, files, steps, (trainer.Training, challenger.Training), key);
        }
        catch (Exception error) when (error is ArtifactFormatException or IOException or UnauthorizedAccessException)
        {
            return new LeaseRuling(LeaseWord.Undecided, error.Message);
        }
    }

    /// <summary>Makes one step of a segment, after all that can be checked without it.</summary>
    /// <param name="claim">What the trainer committed to.</param>
    /// <param name="files">Where everything is.</param>
    /// <param name="steps">After how many steps of the segment the one is made.</param>
    /// <param name="before">The file of the state to begin with; null for the segment's start.</param>
    /// <param name="after">The file of the state to which the trainer says it leads; null for the segment's end.</param>
    /// <param name="cancellation">Ends it.</param>
    public LeaseFinding MakeStep(LeaseClaim claim, LeaseFiles files, int steps, string? before, string? after, CancellationToken cancellation) =>
        replay.Look(claim, files, sound => Step(sound, steps, before, after, cancellation), cancellation);

    private static LeaseFinding Step(ISoundSegment sound, int steps, string? before, string? after, CancellationToken cancellation)
    {
        var first = sound.States.StepsOf(sound.Before) + steps;
        var from = before is null ? sound.Before : sound.States.TryLoad(before, first);
        var to = after is null ? null : sound.States.TryLoad(after, first + 1);
        return from is null || (after is not null && to is null)
            ? new LeaseFinding(LeaseOutcome.Different, "a state that it showed cannot be read")
            : sound.MakeStep(steps, from, to, cancellation);
    }

    private LeaseRuling Measure(
        LeaseStates shown, LeaseClaim claim, LeaseFiles files, int steps, (TrainingMoment Trainer, TrainingMoment Challenger) states, string key)
    {
        if (Begun(shown, files.Evidence) is not var (segment, before) || segment.Class.Key != claim.Class)
        {
            return new LeaseRuling(LeaseWord.ForChallenger, "the evidence cannot be read, or is of another class of device");
        }

        if (Tolerance(segment with { Steps = steps }, key) is not { } tolerance)
        {
            return new LeaseRuling(LeaseWord.Undecided, "nothing was measured between the two classes of device");
        }

        var difference = UpdateDifference.Of(states.Trainer.ChangeSince(before), states.Challenger.ChangeSince(before));
        return difference <= tolerance
            ? new LeaseRuling(LeaseWord.Agree, "as close as honest ones are")
            : new LeaseRuling(LeaseWord.Disagree, "further off than honest ones are");
    }

    private static (TrainingSegment Segment, TrainingMoment Before)? Begun(LeaseStates shown, string file)
    {
        try
        {
            var evidence = LeaseEvidence.Load(file);
            return evidence.Start.Length > shown.MostBytes ? null : (evidence.Segment, shown.Read(evidence.Start.ToArray(), file).Training);
        }
        catch (ArtifactFormatException)
        {
            return null;
        }
    }
}
