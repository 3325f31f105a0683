using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Goals.Proposing;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Goals.Proposing;

public sealed class ProposerTests
{
    private static readonly ProposerOptions Options = new() { Attempts = 8, Remembered = 24 };

    [Fact]
    public void One_seed_and_one_history_give_the_same_goals_and_another_seed_others()
    {
        var (first, second, other) = (new Proposer(Options), new Proposer(Options), new Proposer(Options with { Seed = 2 }));

        var goals = Play(first, 30, Half);

        Assert.Equal(goals.Select(Words), Play(second, 30, Half).Select(Words));
        Assert.NotEqual(goals.Select(Words), Play(other, 30, Half).Select(Words));
    }

    [Fact]
    public void Every_goal_can_be_built_in_its_steps_leaves_enough_to_do_and_is_unlike_the_last_ones()
    {
        var proposer = new Proposer(Options);

        var goals = Play(proposer, 60, Half);

        Assert.All(goals, proposal =>
        {
            var site = new BuildSite(Options.Site with { Horizon = proposal.Steps }, proposal.Goal);
            Assert.InRange(site.Size.Volume - site.GoalSimilarity, Options.LeastWork, int.MaxValue);
            new PolicyRunner(site, new LayerBuilder()).Run();
            Assert.True(site.IsComplete, $"{proposal.Kind} of level {proposal.Level}");
        });
        var shapes = goals.ConvertAll(proposal => new WorkShape(proposal.Goal));
        for (var goal = 1; goal < shapes.Count; goal++)
        {
            Assert.All(shapes[Math.Max(0, goal - Options.Remembered)..goal], earlier => Assert.True(shapes[goal].LikenessTo(earlier) < Options.Likeness));
        }

        Assert.True(goals.Select(proposal => proposal.Kind).Distinct().Count() >= 5);
        Assert.True(proposer.Figures is { MadeUp: >= 60, Repeated: > 0 });
    }

    [Fact]
    public void Levels_rise_with_success_and_fall_with_failure()
    {
        var (able, unable) = (new Proposer(Options), new Proposer(Options));

        var (harder, easier) = (Play(able, 120, _ => 1), Play(unable, 120, _ => 0));

        Assert.True(able.Level > Options.FirstLevel + 1, $"{able.Level}");
        Assert.True(unable.Level < Options.FirstLevel - 1, $"{unable.Level}");
        Assert.True(Work(harder) > 1.5 * Work(easier), $"{Work(harder)}, {Work(easier)}");

        static double Work(List<Proposal> goals) => goals.TakeLast(40).Average(proposal => new WorkShape(proposal.Goal).Work);
    }

    [Fact]
    public void Levels_settle_where_success_is_in_doubt()
    {
        var proposer = new Proposer(Options);

        var goals = Play(proposer, 250, proposal => proposal.Level <= 5 ? 1 : 0).TakeLast(100).ToList();

        Assert.InRange(proposer.Level, 4.5, 6.5);
        Assert.InRange(goals.Average(proposal => proposal.Level), 3.5, 6.5);
        Assert.Contains(goals, proposal => proposal.Level <= 3);
        Assert.Contains(goals, proposal => proposal.Level >= 7);
    }

    [Fact]
    public void Where_no_goal_of_a_level_would_do_one_of_the_level_below_is_proposed_and_that_is_counted()
    {
        // From some level on nobody has the time.
        var proposer = new Proposer(Options with { FirstLevel = ProposerOptions.HardestLevel, StepsACell = (14, 0.01), StepsBesides = 0, EasyInAHundred = 0, HardInAHundred = 0 });

        var proposal = proposer.Propose();

        Assert.InRange(proposal.Level, 1, ProposerOptions.HardestLevel - 1);
        Assert.Equal(ProposerOptions.HardestLevel - proposal.Level, proposer.Figures.FallenBack);
        Assert.True(proposer.Figures.Unreachable > 0);
    }

    [Fact]
    public void Where_nothing_at_all_would_do_there_is_still_a_goal()
    {
        var proposer = new Proposer(Options with { LeastWork = 10_000 });

        var proposal = proposer.Propose();

        Assert.Equal(1, proposal.Level);
        Assert.Equal(proposer.Figures.MadeUp, proposer.Figures.Trivial);
    }

    [Fact]
    public void Goals_are_parts_of_given_structures_too_and_earlier_goals_edited()
    {
        var proposer = new Proposer(Options with { Structures = [HouseGenerator.Generate(new GridSize(9, 8, 8), 77)] });

        var kinds = Play(proposer, 80, Half).Select(proposal => proposal.Kind).ToList();

        Assert.Contains(ProposalKind.Part, kinds);
        Assert.Contains(ProposalKind.Edited, kinds);
    }

    [Fact]
    public void A_proposer_that_takes_on_what_another_went_by_goes_on_as_that_one()
    {
        var (whole, resumed) = (new Proposer(Options), new Proposer(Options));
        Play(whole, 25, Half);
        resumed.Restore(whole.Capture());

        Assert.Equal(Play(whole, 20, Half).Select(Words), Play(resumed, 20, Half).Select(Words));
        Assert.Equal(whole.Figures, resumed.Figures);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"Proposed":1,"Ledger":{"Levels":[1],"Successes":[],"Counts":[]},"Recent":[],"Figures":{}}""")]
    [InlineData("""{"Proposed":-1}""")]
    public void What_is_no_state_is_refused(string state) =>
        Assert.Throws<FormatException>(() => new Proposer(Options).Restore(System.Text.Encoding.UTF8.GetBytes(state)));

    [Fact]
    public void A_state_with_nothing_where_an_earlier_goal_should_be_is_refused()
    {
        var proposer = new Proposer(Options);
        proposer.Judge(proposer.Propose(), 0.5);
        var state = System.Text.Json.Nodes.JsonNode.Parse(proposer.Capture())!;
        state["Recent"] = new System.Text.Json.Nodes.JsonArray([null]);

        Assert.Throws<FormatException>(() => proposer.Restore(System.Text.Encoding.UTF8.GetBytes(state.ToJsonString())));
    }

    private static double Half(Proposal proposal) => proposal.Number % 2 == 0 ? 0.9 : 0.4;

    private static string Words(Proposal proposal) =>
        $"{proposal.Number} {proposal.Kind} {proposal.Level} {proposal.Steps} {Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(proposal.Goal.Blocks))}";

    private static List<Proposal> Play(Proposer proposer, int goals, Func<Proposal, double> share)
    {
        var all = new List<Proposal>();
        for (var goal = 0; goal < goals; goal++)
        {
            all.Add(proposer.Propose());
            proposer.Judge(all[^1], share(all[^1]));
        }

        return all;
    }
}
