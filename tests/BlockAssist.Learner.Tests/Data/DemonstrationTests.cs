using BlockAssist.Learner.Data;
using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Data;

public sealed class DemonstrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Who_sees_the_goal_and_had_turns_gives_a_demonstration()
    {
        var path = Record(
            [BuilderAction.Noop, BuilderAction.Noop, BuilderAction.Noop],
            [ActionOrigin.Padding, ActionOrigin.Decision, ActionOrigin.Absent],
            [ActionOrigin.Decision, ActionOrigin.Absent, ActionOrigin.Absent]);

        var demonstration = Assert.Single(Demonstration.In(path));

        Assert.Equal(new Demonstration(path, 0, "7", "alone", 2), demonstration);
    }

    [Fact]
    public void Turns_that_the_mask_forbids_or_the_view_cannot_name_do_not_count_but_keep_their_kind()
    {
        // Of the hands: bedrock. Of the cells: 0 is bedrock below the builder, out of its sight.
        var path = Record(
            [BuilderAction.Place(CellAt(1, 2, 0), Block.Bedrock), BuilderAction.Break(0), BuilderAction.Move(ActionType.MovePosY), BuilderAction.Give(CellAt(3, 2, 0), Block.Bedrock)],
            [ActionOrigin.Decision, ActionOrigin.Decision, ActionOrigin.Decision, ActionOrigin.Decision]);

        var turns = MinibatchTests.ReadAll(Demonstration.In(path).Single(), Symmetry.Identity).Turns;

        Assert.Equal(
            [new Turn(1, 0, 0, 0, false), new Turn(2, 0, 0, 0, false), new Turn((byte)ActionType.MovePosY, 0, 0, 1, false), new Turn(0, 0, 0, 0, false)],
            turns);
    }

    [Fact]
    public void Of_a_damaged_episode_the_turns_before_the_damage_count_and_the_damage_is_named()
    {
        var path = Record(
            [.. Enumerable.Repeat(BuilderAction.Noop, 40)],
            [.. Enumerable.Repeat(ActionOrigin.Decision, 40)]);
        var whole = Assert.Single(Demonstration.In(path));
        var bytes = File.ReadAllBytes(path);
        bytes[^3] ^= 1;
        File.WriteAllBytes(path, bytes);

        var damaged = Assert.Single(Demonstration.In(path));

        Assert.Null(whole.Damage);
        Assert.Contains(path, damaged.Damage, StringComparison.Ordinal);
        Assert.InRange(damaged.Turns, 1, whole.Turns);
    }

    [Fact]
    public void Padding_is_marked()
    {
        var path = Record([BuilderAction.Noop, BuilderAction.Noop], [ActionOrigin.Padding, ActionOrigin.Decision]);

        var turns = MinibatchTests.ReadAll(Demonstration.In(path).Single(), Symmetry.Identity).Turns;

        Assert.Equal([new Turn(0, 0, 0, 1, true), new Turn(0, 0, 0, 1, false)], turns);
    }

    [Fact]
    public void The_hash_of_a_set_follows_the_bytes_of_its_files()
    {
        var path = Record([BuilderAction.Noop], [ActionOrigin.Decision]);
        var set = DemonstrationSet.Open([path]);
        var before = set.ManifestHash();

        File.AppendAllText(path, "x");

        Assert.Equal(64, before.Length);
        Assert.NotEqual(before, set.ManifestHash());
    }

    private static int CellAt(int x, int y, int z) => new GridSize(6, 6, 6).CellAt(x, y, z);

    /// <summary>Records what the first of two builders did, step by step; the second, who sees no goal, stood by.</summary>
    private string Record(BuilderAction[] actions, params ActionOrigin[][] origins)
    {
        var size = new GridSize(6, 6, 6);
        var header = new EpisodeHeader
        {
            Options = new SiteOptions { Size = size, InfiniteBlocks = false, Builders = [new BuilderOptions { IsHuman = true }, new BuilderOptions { GoalVisible = false }] },
            Goal = SiteGround.Reset(size),
            Builders = [new EpisodeBuilder(BuilderRole.Person, "somebody"), new EpisodeBuilder(BuilderRole.Assistant, "none")],
            Properties = new Dictionary<string, string> { ["participant"] = "7", ["split"] = "alone" },
        };
        var site = header.CreateSite();
        var hands = new Inventory();
        hands.SetSlot(0, Block.Bedrock, 3);
        var path = Path.Combine(_folder.Path, "some.bae");
        using var writer = EpisodeWriter.Create(path, header, site);
        writer.Correct(new SiteCorrection { Inventories = [new SiteCorrection.Hands(0, hands)] });
        for (var step = 0; step < actions.Length; step++)
        {
            site.Step([actions[step], BuilderAction.Noop], new Deed[2]);
            writer.Step(step * 100, [actions[step], BuilderAction.Noop], [origins[0][step], origins.Length > 1 ? origins[1][step] : ActionOrigin.Absent]);
        }

        writer.Complete(EndReason.Stopped);
        return path;
    }
}
