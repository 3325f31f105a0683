using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Simulation.Tests.Policies;

/// <summary>How one goal was built: the figures that builders are judged by.</summary>
internal sealed class BuildReport(BuildSite site) : IRunVisitor
{
    private readonly int _atStart = site.GoalSimilarity;

    public int FewestEdits { get; } = TestGoals.FewestEdits(site);

    public int Steps { get; private set; }

    public int Edits { get; private set; }

    public int Moves { get; private set; }

    public int Failures { get; private set; }

    public bool Finished { get; private set; }

    /// <summary>The share of the work that is done, by cells.</summary>
    public double Done { get; private set; }

    public double EditRatio => (double)Edits / Math.Max(FewestEdits, 1);

    public double MovesPerEdit => (double)Moves / Math.Max(Edits, 1);

    public static BuildReport Of(BuildSite site, params IPolicy[] policies)
    {
        var report = new BuildReport(site);
        new PolicyRunner(site, policies).Run(report);
        return report;
    }

    public void Visit(BuildSite site, ReadOnlySpan<BuilderAction> actions, ReadOnlySpan<Deed> deeds)
    {
        Steps++;
        for (var builder = 0; builder < deeds.Length; builder++)
        {
            var done = deeds[builder].Action;
            Edits += done.IsEdit && !site.IsPalette(done.Cell) ? 1 : 0;
            Moves += done.IsMove ? 1 : 0;
            Failures += actions[builder].Type != ActionType.Noop && done.Type == ActionType.Noop ? 1 : 0;
        }

        Finished = site.IsComplete;
        Done = (double)(site.GoalSimilarity - _atStart) / (site.Size.Volume - _atStart);
    }

    public override string ToString() =>
        $"finished {Finished}, done {Done:P2}, {Steps} steps, {Edits} edits of {FewestEdits} ({EditRatio:F2}), {MovesPerEdit:F2} moves an edit, {Failures} failed";
}
