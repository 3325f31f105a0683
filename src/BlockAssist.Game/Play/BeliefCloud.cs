using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>Shows what the assistant believes it is helping to build: a cloud of the blocks to come, and how many it is sure of.</summary>
/// <remarks>Looks again only when the belief or the site has changed. Allocates nothing but for a larger cloud.</remarks>
/// <param name="session">The session.</param>
/// <param name="cloud">Draws the cloud.</param>
internal sealed class BeliefCloud(BuildSession session, CloudRenderer cloud)
{
    /// <summary>What is less likely than this is not shown.</summary>
    public const float Least = 0.3f;

    /// <summary>The most blocks that are shown: the likeliest.</summary>
    public const int Most = 400;

    // What is likelier than not has a part in how large the whole is said to be.
    private const float LikelierThanNot = 0.5f;
    private const int Steps = 100;

    private readonly int[] _counts = new int[Steps + 1];
    private (int Belief, int Site, double Sureness)? _shown;
    private float _threshold;

    /// <summary>How many blocks are shown.</summary>
    public int Shown => cloud.Count;

    /// <summary>What it comes to.</summary>
    public BeliefView View { get; private set; }

    /// <summary>Takes in what has changed.</summary>
    /// <param name="seat">Who believes.</param>
    public void Update(AssistantSeat seat)
    {
        if (seat.Belief is not { } belief)
        {
            View = new BeliefView(SeesGoal: true);
            return;
        }

        var now = (belief.Version, session.Progress.Version, seat.Sureness);
        if (_shown == now)
        {
            return;
        }

        _shown = now;
        _threshold = ThresholdOf(belief.Beliefs);
        View = new BeliefView(SeesGoal: false);
        cloud.Clear();
        var (lowest, highest) = BoxOfBuilt();
        for (var cell = 0; cell < belief.Beliefs.Length; cell++)
        {
            var (block, chance) = belief.Beliefs[cell];
            if (!IsToCome(belief.Beliefs, cell))
            {
                continue;
            }

            View = chance > seat.Sureness ? View with { Sure = View.Sure + 1 } : View with { Guesses = View.Guesses + 1 };
            var at = session.Site.Size.PosOf(cell);
            if (chance >= LikelierThanNot)
            {
                (lowest, highest) = Around(lowest, highest, at);
            }

            if (chance >= _threshold)
            {
                cloud.Add(session.Frame.ToWorld(at), block, chance, OpenSides(belief.Beliefs, at));
            }
        }

        View = View with { Extent = lowest.X > highest.X ? default : highest - lowest + new BlockPos(1, 1, 1) };
    }

    private bool IsToCome(ReadOnlySpan<CellBelief> beliefs, int cell) =>
        beliefs[cell].Chance >= Least && beliefs[cell].Block.IsPlaceable() && session.Site.Blocks[cell] == Block.Air;

    // Counted in steps of a hundredth, so that nothing need be sorted.
    private float ThresholdOf(ReadOnlySpan<CellBelief> beliefs)
    {
        Array.Clear(_counts);
        for (var cell = 0; cell < beliefs.Length; cell++)
        {
            _counts[IsToCome(beliefs, cell) ? (int)(beliefs[cell].Chance * Steps) : 0]++;
        }

        var (step, sum) = (Steps, _counts[Steps]);
        while (step > (int)(Least * Steps) && sum + _counts[step - 1] <= Most)
        {
            sum += _counts[--step];
        }

        return Math.Max(Least, step / (float)Steps);
    }

    private (BlockPos Lowest, BlockPos Highest) BoxOfBuilt()
    {
        var size = session.Site.Size;
        var (lowest, highest) = (new BlockPos(size.Width, size.Height, size.Depth), new BlockPos(-1, -1, -1));
        for (var cell = 0; cell < size.Volume; cell++)
        {
            var at = size.PosOf(cell);
            if (at.Y >= SiteGround.Surface && session.Site.Blocks[cell] != Block.Air)
            {
                (lowest, highest) = Around(lowest, highest, at);
            }
        }

        return (lowest, highest);
    }

    private int OpenSides(ReadOnlySpan<CellBelief> beliefs, BlockPos at)
    {
        var size = session.Site.Size;
        var open = 0;
        for (var side = 0; side < BlockPos.Directions.Length; side++)
        {
            var beside = at + BlockPos.Directions[side];
            var isHidden = size.Contains(beside) && session.Site.Blocks[size.CellAt(beside)] != Block.Air;
            open |= isHidden || (size.Contains(beside) && IsShown(beliefs, size.CellAt(beside))) ? 0 : 1 << side;
        }

        return open;
    }

    private bool IsShown(ReadOnlySpan<CellBelief> beliefs, int cell) => IsToCome(beliefs, cell) && beliefs[cell].Chance >= _threshold;

    private static (BlockPos Lowest, BlockPos Highest) Around(BlockPos lowest, BlockPos highest, BlockPos at) => (
        new BlockPos(Math.Min(lowest.X, at.X), Math.Min(lowest.Y, at.Y), Math.Min(lowest.Z, at.Z)),
        new BlockPos(Math.Max(highest.X, at.X), Math.Max(highest.Y, at.Y), Math.Max(highest.Z, at.Z)));
}
