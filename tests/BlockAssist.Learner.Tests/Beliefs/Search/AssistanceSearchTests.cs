using BlockAssist.Learner.Beliefs.Search;
using BlockAssist.Learner.Beliefs.Search.Bench;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Beliefs.Search;

public sealed class AssistanceSearchTests
{
    private static readonly GridSize Size = new(11, 10, 10);

    private static readonly SearchOptions Options = new() { Simulations = 500 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_comes_to_what_the_naive_search_comes_to(ulong seed)
    {
        var problem = SampleProblem.Of(Size, 64, seed);
        var search = new AssistanceSearch(Options, TimeProvider.System);

        search.Decide(problem, new SeededRandom(seed));

        Assert.Equal(new NaiveSearch(Options).Decide(problem, new SeededRandom(seed)), search.Visits.ToArray());
        Assert.Equal(Options.Simulations, search.Visits.ToArray().Sum());
    }

    [Fact]
    public void What_is_surely_right_is_done() => Assert.Equal(0, Decide(Edit(2, right: 1)));

    [Fact]
    public void What_is_likelier_wrong_is_left_alone() => Assert.Equal(-1, Decide(Edit(2, right: 0.3f)));

    [Fact]
    public void Nothing_to_do_is_to_wait() => Assert.Equal(-1, Decide());

    [Fact]
    public void The_surer_of_two_is_done_first() => Assert.Equal(1, Decide(Edit(2, right: 0.6f), Edit(3, right: 0.95f)));

    [Fact]
    public void What_is_near_is_done_before_what_is_far() => Assert.Equal(1, Decide(Edit(10, right: 0.9f), Edit(1, right: 0.9f)));

    [Fact]
    public void Who_would_come_too_late_goes_where_the_others_do_not() => Assert.Equal(
        1, Decide(Edit(9, right: 0.9f, soon: 1), Edit(9, right: 0.9f, soon: 0) with { At = new BlockPos(0, 2, 9), Cell = 9 }));

    [Fact]
    public void A_hundred_decisions_allocate_nothing()
    {
        var problem = SampleProblem.Of(Size, 64, 1);
        var (search, random) = (new AssistanceSearch(Options with { Simulations = 20 }, TimeProvider.System), new SeededRandom(1));
        search.Decide(problem, random);
        Assert.Equal(0, Garbage.Of(() =>
        {
            for (var decision = 0; decision < 100; decision++)
            {
                search.Decide(problem, random);
            }
        }));
    }

    [Fact]
    public void A_budget_that_is_used_up_ends_the_search_with_what_was_found()
    {
        var search = new AssistanceSearch(Options with { Simulations = 1_000_000, Budget = TimeSpan.FromMilliseconds(5) }, new StepClock());

        Assert.Equal(0, search.Decide(Problem(Edit(2, right: 1)), new SeededRandom(1)));
        Assert.InRange(search.Simulations, 64, 256);
    }

    [Fact]
    public void The_least_sure_edits_are_those_that_are_dropped()
    {
        var problem = new SearchProblem();
        for (var edit = 0; edit < SearchProblem.MaxEdits + 10; edit++)
        {
            problem.Add(Edit(1, right: edit / 100f) with { Cell = edit });
        }

        Assert.Equal(Enumerable.Range(10, SearchProblem.MaxEdits), problem.Edits.ToArray().Select(edit => edit.Cell).Order());
    }

    private static int Decide(params PossibleEdit[] edits) =>
        new AssistanceSearch(Options, TimeProvider.System).Decide(Problem(edits), new SeededRandom(1));

    private static SearchProblem Problem(params PossibleEdit[] edits)
    {
        var problem = new SearchProblem { At = new BlockPos(0, 2, 0), StepsAnEdit = 4, SoonElsewhere = 1 };
        Array.ForEach(edits, edit => problem.Add(edit));
        return problem;
    }

    private static PossibleEdit Edit(int x, float right, float soon = 0.1f)
    {
        var at = new BlockPos(x, 2, 0);
        return new PossibleEdit(Size.CellAt(at), at, Block.Stone, right, (1 - right) / 2, soon);
    }

    // A millisecond later each time that it is looked at.
    private sealed class StepClock : TimeProvider
    {
        private long _looks;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => _looks++;
    }
}
