using BlockAssist.Learner.Data;

namespace BlockAssist.Learner.Leases;

/// <summary>Which course a recipe asks for.</summary>
internal static class LeaseCourses
{
    /// <summary>The course of a lease.</summary>
    /// <param name="start">What it begins with.</param>
    /// <param name="recipe">How it is trained.</param>
    /// <param name="terms">How much, and by which seed.</param>
    /// <param name="data">What is learnt from, where it is from demonstrations.</param>
    public static ILeaseCourse Of(LeaseBase start, LeaseRecipe recipe, LeaseTerms terms, DemonstrationSet data) =>
        recipe.SelfPlay is null ? new ImitationCourse(start, recipe, terms, data) : new SelfPlayCourse(start, recipe, terms);
}
