using System.Globalization;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Policies;

public sealed class HumanlikeBuilderTests(ITestOutputHelper output)
{
    private const int SeedsPerGoal = 2;
    private const double Tolerance = 5;

    // All nine recorded episodes of people alone, in the order of the action types: 9,642 steps.
    private static readonly double[] SharesOfAllPeople = [28.06, 18.17, 4.68, 11.20, 10.56, 3.71, 3.53, 10.22, 9.87];

    [Fact]
    public void Its_kinds_of_action_are_as_frequent_as_peoples()
    {
        var people = ReadPeople();
        var ours = new BehaviourStats();
        var reports = Play(ours, "alone", static seed => new HumanlikeBuilder(seed));

        Describe(people, ours, reports);
        AssertAlike(people, ours);
    }

    [Fact]
    public void A_crowd_of_persons_does_on_average_as_people_do()
    {
        var people = ReadPeople();
        var ours = new BehaviourStats();
        var person = 0UL;
        var reports = Enumerable.Range(0, 4).SelectMany(_ => Play(ours, "alone", seed => new HumanlikeBuilder(seed, HumanStyle.OfPerson(person++)))).ToList();

        Describe(people, ours, reports);
        AssertAlike(people, ours);
    }

    [Fact]
    public void It_finishes_most_houses_within_the_horizon()
    {
        var ours = new BehaviourStats();
        var reports = Play(ours, string.Empty, static seed => new HumanlikeBuilder(seed));

        output.WriteLine($"all human goals: {reports.Count(report => report.Done >= 0.99)} of {reports.Count} at 99 %, {reports.Count(report => report.Finished)} finished");
        foreach (var report in reports.Where(report => report.Done < 0.99))
        {
            output.WriteLine(report.ToString());
        }

        Assert.True(reports.Count(report => report.Done >= 0.99) > 0.8 * reports.Count);
    }

    [Theory]
    [InlineData(Sweep.PosX)]
    [InlineData(Sweep.NegX)]
    [InlineData(Sweep.PosZ)]
    [InlineData(Sweep.NegZ)]
    public void Who_goes_through_a_house_from_one_side_has_that_side_first_and_all_of_it_in_the_end(Sweep sweep)
    {
        var goal = TestGoals.House(3, TestGoals.PaperSize);
        var site = new BuildSite(new SiteOptions { Horizon = 20000 }, goal);
        var runner = new PolicyRunner(site, new HumanlikeBuilder(1, new HumanStyle { Sweep = sweep, SlipShare = 0, PauseShare = 0 }));
        runner.ResetPolicies();
        while (!site.IsOver && StandingShare(site, _ => true) < 0.5)
        {
            runner.Step();
        }

        var (first, last) = (StandingShare(site, at => StepsInto(sweep, site.Size, at) <= 3), StandingShare(site, at => StepsInto(sweep, site.Size, at) >= 7));
        runner.Run();

        Assert.True(first > last + 0.4, $"of the first columns {first:P0} stand, of the last {last:P0}");
        Assert.True(site.IsComplete);
    }

    [Fact]
    public void Persons_of_all_styles_finish_if_given_time()
    {
        var options = new SiteOptions { Horizon = 20000 };

        for (var seed = 0; seed < 5; seed++)
        {
            var builder = new HumanlikeBuilder((ulong)seed, HumanStyle.OfPerson((ulong)seed));
            var report = BuildReport.Of(new BuildSite(options, TestGoals.House(seed, TestGoals.PaperSize)), builder);

            Assert.True(report.Finished, $"{seed}: {report}");
        }
    }

    [Fact]
    public void The_same_seed_plays_the_same_episode()
    {
        var goal = TestGoals.House(1, TestGoals.PaperSize);
        var (one, two) = (new BuildSite(new SiteOptions(), goal), new BuildSite(new SiteOptions(), goal));
        var used = new HumanlikeBuilder(7);
        new PolicyRunner(new BuildSite(new SiteOptions(), TestGoals.House(2, TestGoals.PaperSize)), used).Run();

        new PolicyRunner(one, used).Run();
        new PolicyRunner(two, new HumanlikeBuilder(7)).Run();

        Assert.Equal(one.Timestep, two.Timestep);
        Assert.Equal(one.LocationOf(0), two.LocationOf(0));
        Assert.Equal(one.LastInteracted, two.LastInteracted);
    }

    private static BehaviourStats ReadPeople()
    {
        var folder = SharedData.Need("mbag/episodes");
        var people = new BehaviourStats();
        foreach (var path in Directory.EnumerateFiles(folder, "alone-*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            people.Read(path);
        }

        return people;
    }

    private static List<BuildReport> Play(BehaviourStats stats, string kind, Func<ulong, IPolicy> create)
    {
        SharedData.Need("mbag/goals");
        var reports = new List<BuildReport>();
        foreach (var path in TestGoals.HumanFiles(kind))
        {
            var goal = TestGoals.Read(path);
            for (var seed = 1UL; seed <= SeedsPerGoal; seed++)
            {
                var site = new BuildSite(new SiteOptions { Size = goal.Size }, goal);
                var (atStart, report) = (site.GoalSimilarity, new BuildReport(site));
                new PolicyRunner(site, create(seed)).Run(new Both(stats, report));
                stats.EndEpisode(atStart, site.Size.Volume);
                reports.Add(report);
            }
        }

        return reports;
    }

    private static void AssertAlike(BehaviourStats people, BehaviourStats ours)
    {
        foreach (var type in Enum.GetValues<ActionType>().Where(type => type != ActionType.Give))
        {
            Assert.InRange(ours.ShareOf(type), people.ShareOf(type) - Tolerance, people.ShareOf(type) + Tolerance);
            Assert.InRange(ours.ShareOf(type), SharesOfAllPeople[(int)type] - Tolerance, SharesOfAllPeople[(int)type] + Tolerance);
        }
    }

    private void Describe(BehaviourStats people, BehaviourStats ours, List<BuildReport> reports)
    {
        foreach (var type in Enum.GetValues<ActionType>().Where(type => type != ActionType.Give))
        {
            Row($"{type} %", people.ShareOf(type), ours.ShareOf(type));
        }

        Row("moves between edits", people.MovesPerEdit, ours.MovesPerEdit);
        Row("  none", people.MovesOf(0, 0), ours.MovesOf(0, 0));
        Row("  one", people.MovesOf(1, 1), ours.MovesOf(1, 1));
        Row("  2-5", people.MovesOf(2, 5), ours.MovesOf(2, 5));
        Row("  6-", people.MovesOf(6, 9999), ours.MovesOf(6, 9999));
        Row("mean pause", people.MeanPause, ours.MeanPause);
        Row("  1", people.PausesOf(1, 1), ours.PausesOf(1, 1));
        Row("  2-4", people.PausesOf(2, 4), ours.PausesOf(2, 4));
        Row("  5-10", people.PausesOf(5, 10), ours.PausesOf(5, 10));
        Row("  11-", people.PausesOf(11, 9999), ours.PausesOf(11, 9999));
        Row("edits wrong", people.WrongShare, ours.WrongShare);
        Row("edits a cell", people.EditsPerCell, ours.EditsPerCell);
        Row("steps an episode", people.Steps / 7.0, (double)ours.Steps / reports.Count);
        output.WriteLine("done by tenths, people: " + string.Join(' ', people.DoneByTenths.Select(Percent)));
        output.WriteLine("done by tenths, ours:   " + string.Join(' ', ours.DoneByTenths.Select(Percent)));
        output.WriteLine($"at 99 %: {reports.Count(report => report.Done >= 0.99)} of {reports.Count}; finished: {reports.Count(report => report.Finished)}");
    }

    private void Row(string name, double people, double ours) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22}{people,10:F2}{ours,10:F2}"));

    private static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture);

    private sealed class Both(IRunVisitor first, IRunVisitor second) : IRunVisitor
    {
        public void Visit(BuildSite site, ReadOnlySpan<BuilderAction> actions, ReadOnlySpan<Deed> deeds)
        {
            first.Visit(site, actions, deeds);
            second.Visit(site, actions, deeds);
        }
    }

    private static int StepsInto(Sweep sweep, GridSize size, BlockPos at) => sweep switch
    {
        Sweep.PosX => at.X,
        Sweep.NegX => size.Width - 1 - at.X,
        Sweep.PosZ => at.Z,
        _ => size.Depth - 1 - at.Z,
    };

    private static double StandingShare(BuildSite site, Func<BlockPos, bool> isMeant)
    {
        var wanted = Enumerable.Range(0, site.Size.Volume)
            .Where(cell => site.Goal[cell] != Block.Air && site.Size.PosOf(cell) is { Y: > 1 } at && isMeant(at))
            .ToList();
        return wanted.Count(cell => site.Blocks[cell] == site.Goal[cell]) / (double)wanted.Count;
    }
}
