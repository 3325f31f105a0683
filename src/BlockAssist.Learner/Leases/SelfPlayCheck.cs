using BlockAssist.Learner.Checkpoints;

namespace BlockAssist.Learner.Leases;

/// <summary>Whether the parts of some evidence of self-play fit together and to what the trainer committed to, before anything is played.</summary>
/// <param name="start">The base.</param>
/// <param name="recipe">The recipe.</param>
/// <param name="claim">What the trainer committed to.</param>
/// <param name="evidence">What it sent.</param>
internal sealed class SelfPlayCheck(LeaseBase start, LeaseRecipe recipe, LeaseClaim claim, SelfPlayEvidence evidence)
{
    private bool IsLast => claim.Segment == claim.Marks.Count - 1;

    /// <summary>What does not fit; null if all does.</summary>
    /// <param name="course">How the lease is trained.</param>
    /// <param name="update">The update that the trainer sent; of the last segment it is to be compared with where that leads.</param>
    /// <param name="before">Where the segment starts.</param>
    /// <exception cref="ArtifactFormatException">A state is none.</exception>
    public string? Complaint(SelfPlayCourse course, ReadOnlySpan<byte> update, out LeaseMoment? before)
    {
        before = null;
        var most = course.States.MostBytes;
        if (evidence.Start.Length > most || evidence.Final.Length > most || evidence.Final.IsEmpty != IsLast)
        {
            return "its states are larger than any of that network, or the end of the lease is missing, or there without need";
        }

        before = course.States.Read(evidence.Start.ToArray(), "start");
        var first = claim.Segment * claim.Terms.StepsASegment;
        var expected = claim.Segment == 0 ? course.Begin().Hash() : claim.Marks[claim.Segment - 1].State;
        return claim.Examples != recipe.ExamplesOf(claim.Terms, claim.Marks.Count) ? "it did not learn from as many examples as it says"
            : claim.Marks[claim.Segment].Lessons != course.LessonsOf(claim.Segment) ? "its lessons are not those of its mark"
            : course.States.StepsOf(before) != first || before.Hash() != expected ? "its start is not the end of what came before"
            : IsLast ? null
            : OfFinal(course.States.Read(evidence.Final.ToArray(), "final"), update);
    }

    private string? OfFinal(LeaseMoment final, ReadOnlySpan<byte> update) =>
        final.Hash() != claim.Marks[^1].State ? "the end of the lease is not that of its last mark"
        : !LeaseUpdate.Is(start, final, update) ? "the update is not what is between the base and the end of the lease"
        : null;
}
