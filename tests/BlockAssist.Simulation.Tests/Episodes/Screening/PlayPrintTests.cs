using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes.Screening;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Episodes.Screening;

public sealed class PlayPrintTests
{
    private static readonly PlayEdit[] Play = Walk(seed: 1, edits: 200);

    [Fact]
    public void A_play_that_was_moved_turned_or_mirrored_has_the_same_print()
    {
        var print = PlayPrint.Of(Play)!;
        Func<BlockPos, BlockPos>[] ways =
        [
            at => new(at.X + 7, at.Y, at.Z - 3),
            at => new(at.Z, at.Y, -at.X),
            at => new(-at.X, at.Y, at.Z),
        ];

        Assert.All(ways, way => Assert.Equal(1, print.Likeness(PlayPrint.Of([.. Play.Select(edit => edit with { At = way(edit.At) })])!)));
    }

    [Fact]
    public void A_play_of_which_a_third_was_cut_off_or_every_twentieth_edit_left_out_is_still_found()
    {
        var print = PlayPrint.Of(Play)!;

        Assert.InRange(print.Likeness(PlayPrint.Of(Play[..134])!), PlayPrint.Copy, 0.85);
        Assert.InRange(print.Likeness(PlayPrint.Of([.. Play.Where((_, number) => number % 20 != 19)])!), PlayPrint.Copy, 0.8);
    }

    [Fact]
    public void Other_plays_are_not_alike()
    {
        var print = PlayPrint.Of(Play)!;

        Assert.All(Enumerable.Range(2, 20), seed => Assert.InRange(print.Likeness(PlayPrint.Of(Walk((ulong)seed, 200))!), 0, 0.1));
    }

    [Fact]
    public void What_is_too_short_to_be_told_from_others_has_no_print()
    {
        Assert.Null(PlayPrint.Of([]));
        Assert.Null(PlayPrint.Of(Play[..19]));
        Assert.Null(PlayPrint.Of([.. Enumerable.Range(0, 1000).Select(x => new PlayEdit(ActionType.Place, Block.Stone, new BlockPos(x, 0, 0)))]));
    }

    [Fact]
    public void A_print_comes_back_from_its_bytes()
    {
        var print = PlayPrint.Of(Play)!;

        Assert.Equal(1, PlayPrint.FromBytes(print.ToBytes()).Likeness(print));
        Assert.Equal(PlayPrint.Bytes, print.ToBytes().Length);
        Assert.ThrowsAny<ArgumentException>(() => PlayPrint.FromBytes(new byte[PlayPrint.Bytes - 1]));
    }

    private static PlayEdit[] Walk(ulong seed, int edits)
    {
        var (random, at, play) = (new SeededRandom(seed), new BlockPos(0, 0, 0), new PlayEdit[edits]);
        for (var i = 0; i < edits; i++)
        {
            at = new BlockPos(at.X + Step(), at.Y + (Step() / 2), at.Z + Step());
            play[i] = new PlayEdit(Step() == 2 ? ActionType.Break : ActionType.Place, (Block)(2 + Math.Abs(Step())), at);
        }

        return play;

        int Step() => (int)(random.NextDouble() * 5) - 2;
    }
}
