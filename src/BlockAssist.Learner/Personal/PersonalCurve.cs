namespace BlockAssist.Learner.Personal;

/// <summary>How much a model is worth the more, the more sessions of a person it learnt from.</summary>
/// <param name="Points">Person by person, and session by session.</param>
/// <param name="Steps">All persons together, by how many sessions were learnt.</param>
public sealed record PersonalCurve(IReadOnlyList<PersonalPoint> Points, IReadOnlyList<PersonalStep> Steps)
{
    /// <summary>The curve through some points.</summary>
    public static PersonalCurve Through(IReadOnlyList<PersonalPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return new PersonalCurve(points, [.. points.GroupBy(point => point.Learnt).OrderBy(group => group.Key).Select(group => PersonalStep.Of(group.Key, [.. group]))]);
    }
}
