using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>What there is to be done for a goal, wherever it stands, however it is turned and whatever it is made of.</summary>
internal sealed class WorkShape
{
    private const int Turns = 8;
    private const int Kinds = Palette.Count;

    private readonly Dictionary<BlockPos, Block> _wanted = [];

    /// <summary>The cells of a goal that are not as the ground is at first.</summary>
    public WorkShape(BlockGrid goal)
    {
        var ground = SiteGround.Reset(goal.Size);
        for (var cell = 0; cell < goal.Size.Volume; cell++)
        {
            if (goal[cell] != ground[cell])
            {
                _wanted.Add(goal.Size.PosOf(cell), goal[cell]);
            }
        }

        Origin = _wanted.Count == 0 ? default : new BlockPos(_wanted.Keys.Min(at => at.X), 0, _wanted.Keys.Min(at => at.Z));
    }

    /// <summary>How many cells are to be changed.</summary>
    public int Work => _wanted.Count;

    private BlockPos Origin { get; }

    /// <summary>Which share of the cells of both goals is the same, one being turned, moved and painted so that it is most.</summary>
    public double LikenessTo(WorkShape other)
    {
        // Of shapes of very different sizes, the smaller could be all in the larger and the likeness still be low.
        var most = (double)Math.Min(Work, other.Work) / Math.Max(Math.Max(Work, other.Work), 1);
        var best = 0.0;
        for (var turn = 0; turn < Turns && best < most; turn++)
        {
            best = Math.Max(best, LikenessTo(other, turn));
        }

        return best;
    }

    private double LikenessTo(WorkShape other, int turn)
    {
        var turned = new (BlockPos At, Block Block)[Work];
        var next = 0;
        foreach (var (at, block) in _wanted)
        {
            turned[next++] = (Turned(at, turn), block);
        }

        var (x, z) = turned.Length == 0 ? (0, 0) : (turned.Min(cell => cell.At.X), turned.Min(cell => cell.At.Z));
        var best = 0.0;

        // A block more at one end shifts all others by one.
        for (var shift = 0; shift < 9; shift++)
        {
            var move = new BlockPos(other.Origin.X - x + (shift / 3) - 1, 0, other.Origin.Z - z + (shift % 3) - 1);
            best = Math.Max(best, LikenessTo(other, turned, move));
        }

        return best;
    }

    private double LikenessTo(WorkShape other, (BlockPos At, Block Block)[] turned, BlockPos move)
    {
        Span<int> together = stackalloc int[Kinds * Kinds];
        together.Clear();
        var both = 0;
        foreach (var (at, block) in turned)
        {
            if (other._wanted.TryGetValue(at + move, out var there))
            {
                both++;
                together[((int)block * Kinds) + (int)there]++;
            }
        }

        return (double)Same(together) / Math.Max(Work + other.Work - both, 1);
    }

    // Each material is taken for the one that it is most often where the other goal has it, and the other way round, so that one
    // is not taken for two; air is only ever air.
    private static int Same(ReadOnlySpan<int> together)
    {
        var (here, there) = (together[0], together[0]);
        for (var block = 1; block < Kinds; block++)
        {
            var (mostHere, mostThere) = (0, 0);
            for (var other = 1; other < Kinds; other++)
            {
                mostHere = Math.Max(mostHere, together[(block * Kinds) + other]);
                mostThere = Math.Max(mostThere, together[(other * Kinds) + block]);
            }

            (here, there) = (here + mostHere, there + mostThere);
        }

        return Math.Min(here, there);
    }

    private static BlockPos Turned(BlockPos at, int turn)
    {
        var (x, z) = (turn & 4) == 0 ? (at.X, at.Z) : (at.Z, at.X);
        return new BlockPos((turn & 1) == 0 ? x : -x, at.Y, (turn & 2) == 0 ? z : -z);
    }
}
