using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Updates;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Leases;

/// <summary>Whether the parts of some evidence fit together and to what the trainer committed to, before anything is trained.</summary>
/// <param name="start">The base.</param>
/// <param name="recipe">The recipe.</param>
/// <param name="claim">What the trainer committed to.</param>
/// <param name="evidence">What it sent.</param>
internal sealed class EvidenceCheck(LeaseBase start, LeaseRecipe recipe, LeaseClaim claim, LeaseEvidence evidence)
{
    private readonly LeaseStates _states = new(start, recipe);

    private LeaseMark Mark => claim.Marks[claim.Segment];

    /// <summary>What of the claim is not as the recipe, the lease and the commitment say; null if all is.</summary>
    public string? OfTerms()
    {
        var (segment, terms) = (evidence.Segment, claim.Terms);
        return segment.TrainingOptions != recipe.For(terms) || segment.Network != HumanNetwork.Name || segment.NetworkOptions != recipe.Network
            ? "its options are not those of the recipe and the lease"
            : segment.Steps != terms.StepsASegment || segment.FirstStep != claim.Segment * terms.StepsASegment ? $"its steps are not those of segment {claim.Segment}"
            : segment.Windows.Count != terms.StepsASegment * (long)recipe.Batch ? "its windows are not as many as its steps show"
            : segment.Class.Key != claim.Class ? "its class of device is not the one committed to"
            : segment.Data != evidence.Manifest.DataHash() ? "its demonstrations are not those of its manifest"
            : claim.Examples != recipe.ExamplesOf(terms, claim.Marks.Count) ? "it did not learn from as many examples as it says"
            : OfSizes();
    }

    /// <summary>What of the lessons does not fit; null if all does.</summary>
    public string? OfLessons()
    {
        var lessons = new LeaseLessons(evidence.Manifest, recipe.For(claim.Terms), claim.Terms.StepsASegment);
        return !evidence.Segment.Windows.SequenceEqual(lessons.WindowsOf(claim.Segment)) ? "its windows are not those that the seed gives"
            : lessons.DigestOf(claim.Segment) != Mark.Lessons ? "its lessons are not those of its mark"
            : null;
    }

    /// <summary>What of the states and the update does not fit; null if all does.</summary>
    /// <param name="update">The update that the trainer sent.</param>
    /// <param name="before">Where the segment starts.</param>
    /// <exception cref="ArtifactFormatException">A state or the change is none.</exception>
    /// <exception cref="NewerVersionException">One is of a newer version.</exception>
    public string? OfStates(ReadOnlySpan<byte> update, out LeaseMoment? before)
    {
        before = _states.Read(evidence.Start.ToArray(), "start");
        var after = _states.Read(evidence.End.ToArray(), "end");
        var last = evidence.Final.IsEmpty ? after : _states.Read(evidence.Final.ToArray(), "final");
        var expected = claim.Segment == 0 ? start.Moment().Hash() : claim.Marks[claim.Segment - 1].State;
        return evidence.Segment.Start != ContentHash.Of(evidence.Start.Span) ? "its start is not the checkpoint that it names"
            : before.Hash() != expected ? "its start is not the end of what came before"
            : after.Hash() != Mark.State || evidence.Segment.End != Mark.State ? "its end is not that of its mark"
            : last.Hash() != claim.Marks[^1].State ? "the end of the lease is not that of its last mark"
            : !IsChange(before.Training, after.Training) ? "its change is not what is between its start and its end"
            : !LeaseUpdate.Is(start, last, update) ? "the update is not what is between the base and the end of the lease"
            : null;
    }

    private string? OfSizes()
    {
        var most = _states.MostBytes;
        return evidence.Start.Length > most || evidence.End.Length > most || evidence.Final.Length > most ? "a state is larger than any of that network"
            : evidence.Final.IsEmpty != (claim.Segment == claim.Marks.Count - 1) ? "the end of the lease is missing, or there without need"
            : null;
    }

    private bool IsChange(TrainingMoment before, TrainingMoment after)
    {
        using var codec = new UpdateCodec();
        var change = after.ChangeSince(before);
        UpdateCodec.ReadHeader(evidence.Segment.Update.Span, "its change");
        return UpdateCodec.Holds(change)
            && codec.Encode(change, new UpdateOptions(UpdateFormat.F32), evidence.Segment.Start).AsSpan().SequenceEqual(evidence.Segment.Update.Span);
    }
}
