using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Survival;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Episodes.Survival;

public sealed class SurvivalRecordTests : IDisposable
{
    private const int Window = 3;
    private const int Person = 0;
    private const int Assistant = 1;

    private static readonly SurvivalReward Reward = new() { Window = Window };

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_the_player_lets_stand_earns_both_rewards()
    {
        var record = Play([Place(Assistant, 1), .. Acts(Window)]);

        var fate = Assert.Single(record.Fates);
        Assert.Equal((0, Block.Air, Block.Stone), (fate.Step, fate.Before, fate.After));
        Assert.Equal((true, true, false), (fate.Stood, fate.StandsAtEnd, fate.IsBroken));
        Assert.Equal(1.25, record.Total);
    }

    [Fact]
    public void What_the_player_breaks_at_once_costs()
    {
        var record = Play([Place(Assistant, 1), Break(Person, 1), .. Acts(Window)]);

        Assert.Equal((false, false, true), Told(record));
        Assert.Equal(-0.75, record.Total);
        Assert.Equal(1, record.Broken);
    }

    [Fact]
    public void What_the_player_breaks_later_earned_its_keep_until_then()
    {
        var record = Play([Place(Assistant, 1), .. Acts(Window), Break(Person, 1)]);

        Assert.Equal((true, false, false), Told(record));
        Assert.Equal(0.25, record.Total);
    }

    [Fact]
    public void A_player_that_does_nothing_judges_nothing()
    {
        var record = Play([Place(Assistant, 1), .. Enumerable.Repeat<Move>(new(Person, BuilderAction.Noop), 20)]);

        Assert.Equal((false, true, false), Told(record));
    }

    [Fact]
    public void What_an_assistant_takes_back_itself_counts_for_nothing()
    {
        var record = Play([Place(Assistant, 1), Break(Assistant, 1), .. Acts(Window)]);

        Assert.Equal(2, record.Fates.Count);
        Assert.Equal((false, false, false), (record.Fates[0].Stood, record.Fates[0].StandsAtEnd, record.Fates[0].IsBroken));
        Assert.Equal(Block.Air, record.Fates[1].After);
    }

    [Fact]
    public void What_it_takes_back_because_it_was_asked_is_broken_and_no_edit_of_its_own()
    {
        var record = Play([Place(Assistant, 1), Break(Assistant, 1) with { IsAsked = true }, .. Acts(Window)]);

        Assert.Equal((false, false, true), Told(record));
    }

    [Fact]
    public void What_stands_at_the_end_and_is_wrong_would_have_to_be_taken_away_yet()
    {
        var record = Play([Place(Assistant, 1), .. Acts(Window)], new BlockGrid(Options.Size));

        Assert.Equal((true, false, false), Told(record));
        Assert.Equal(0.25, record.Total);
    }

    [Fact]
    public void What_an_edit_earned_is_a_share_of_the_most_that_one_can()
    {
        var fate = new EditFate(0, Assistant, 0, Block.Air, Block.Stone);

        Assert.Equal(0, Reward.ShareOf(fate));
        Assert.Equal(0, Reward.ShareOf(fate with { IsBroken = true }));
        Assert.Equal(0.2, Reward.ShareOf(fate with { Stood = true }));
        Assert.Equal(1, Reward.ShareOf(fate with { Stood = true, StandsAtEnd = true }));
    }

    [Fact]
    public void What_a_player_builds_itself_is_not_judged() => Assert.Empty(Play([.. Acts(Window)]).Fates);

    [Fact]
    public void Recorded_people_took_back_little_of_what_an_expert_who_helped_them_did()
    {
        var source = SharedData.Need("mbag/episodes");
        var records = new List<SurvivalRecord>();
        foreach (var file in Directory.EnumerateFiles(source, "with_assistant*.jsonl.gz"))
        {
            var episode = _folder.File(Path.GetFileName(file) + ".bae");
            Simulation.Episodes.Import.MbagEpisodeImporter.Import(file, episode);
            records.Add(SurvivalRecord.Of(episode));
        }

        Assert.All(records, record => Assert.NotEmpty(record.Fates));
        Assert.All(records, record => Assert.True(record.Kept > 0.5));
        Assert.All(records, record => Assert.True(record.Broken < 0.2));
    }

    public void Dispose() => _folder.Dispose();

    private static (bool Stood, bool StandsAtEnd, bool IsBroken) Told(SurvivalRecord record)
    {
        var fate = Assert.Single(record.Fates);
        return (fate.Stood, fate.StandsAtEnd, fate.IsBroken);
    }

    private static Move Place(int builder, int x) => new(builder, BuilderAction.Place(Cell(x), Block.Stone));

    private static Move Break(int builder, int x) => new(builder, BuilderAction.Break(Cell(x)));

    // Each elsewhere.
    private static IEnumerable<Move> Acts(int count) => Enumerable.Range(0, count).Select(number => Place(Person, 3 + number));

    private static int Cell(int x) => Options.Size.CellAt(new BlockPos(x, 2, 4));

    private static SiteOptions Options { get; } = new()
    {
        Size = new(9, 7, 9),
        Teleportation = true,
        Builders = [new BuilderOptions { GoalVisible = true }, new BuilderOptions()],
    };

    // What everybody in these tests is to build.
    private static BlockGrid Row()
    {
        var goal = new BlockGrid(Options.Size);
        for (var x = 0; x < Options.Size.Width; x++)
        {
            goal[new BlockPos(x, 2, 4)] = Block.Stone;
        }

        return goal;
    }

    private SurvivalRecord Play(IReadOnlyList<Move> moves, BlockGrid? goal = null)
    {
        var header = new EpisodeHeader
        {
            Options = Options,
            Goal = goal ?? Row(),
            Builders = [new EpisodeBuilder(BuilderRole.Person, "player"), new EpisodeBuilder(BuilderRole.Assistant, "assistant")],
        };
        var file = _folder.File($"{Path.GetRandomFileName()}.bae");
        var site = header.CreateSite();
        using (var writer = EpisodeWriter.Create(file, header, site))
        {
            for (var step = 0; step < moves.Count; step++)
            {
                BuilderAction[] actions = [BuilderAction.Noop, BuilderAction.Noop];
                actions[moves[step].Builder] = moves[step].Action;
                site.Step(actions, new Deed[2]);
                Assert.True(moves[step].Action == BuilderAction.Noop || site.LastInteracted[moves[step].Action.Cell] == moves[step].Builder);
                writer.Step(step * 1000L, actions, [ActionOrigin.Decision, ActionOrigin.Decision]);
                if (moves[step].IsAsked)
                {
                    writer.Feedback(FeedbackKind.Undo, Person, Assistant, step * 1000L, moves[step].Action.Cell);
                }
            }

            writer.Complete(EndReason.Stopped);
        }

        return SurvivalRecord.Of(file, Reward);
    }

    private sealed record Move(int Builder, BuilderAction Action)
    {
        public bool IsAsked { get; init; }
    }
}
