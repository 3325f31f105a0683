using BlockAssist.Game.Bodies;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>What the assistant would place next: first what was accepted, then the surest, from below upwards, near where it stands.</summary>
/// <remarks>Looks again only when the belief, the site or a wish has changed: what is shown does not jump about. Allocates nothing.</remarks>
/// <param name="site">The site.</param>
/// <param name="wishes">What the player wants.</param>
/// <param name="world">Where a block must border on something.</param>
/// <param name="frame">Where the site is in it.</param>
public sealed class Suggestions(BuildSite site, HelpWishes wishes, VoxelWorld world, SiteFrame frame)
{
    /// <summary>How many are shown at a time, unless somebody says otherwise.</summary>
    public const int UsualCount = 3;

    /// <summary>The most that can be asked for.</summary>
    public const int MostCount = 5;

    private const int MostAccepted = 32;
    private const float NearlySure = 0.97f;
    private const float VerySure = 0.9f;

    private readonly Suggestion[] _shown = new Suggestion[MostAccepted + MostCount];
    private readonly long[] _ranks = new long[MostAccepted + MostCount];
    private (int Belief, int Site, int Wishes, int Count)? _known;
    private int _count;

    /// <summary>What would be placed next.</summary>
    /// <param name="belief">What the assistant believes.</param>
    /// <param name="count">How many that are not accepted yet.</param>
    public ReadOnlySpan<Suggestion> Next(IGoalBelief belief, int count)
    {
        ArgumentNullException.ThrowIfNull(belief);
        var now = (belief.Version, site.Timestep, wishes.Version, count);
        if (_known != now)
        {
            _known = now;
            _count = TakeAccepted();
            if (count > 0)
            {
                TakeOpen(belief.Beliefs, _count + count);
            }
        }

        return _shown.AsSpan(0, _count);
    }

    private int TakeAccepted()
    {
        var accepted = 0;
        for (var cell = 0; cell < site.Size.Volume && accepted < MostAccepted; cell++)
        {
            if (wishes[cell] is { Kind: CellWishKind.Wanted, Block: var block })
            {
                _shown[accepted++] = new Suggestion(cell, block, true);
            }
        }

        return accepted;
    }

    private void TakeOpen(ReadOnlySpan<CellBelief> beliefs, int most)
    {
        var first = _count;
        for (var cell = 0; cell < beliefs.Length; cell++)
        {
            if (IsOpen(cell, beliefs[cell]))
            {
                Insert(first, most, new Suggestion(cell, beliefs[cell].Block, false), RankOf(cell, beliefs[cell].Chance));
            }
        }
    }

    private bool IsOpen(int cell, CellBelief belief) =>
        belief.Chance > wishes.Sureness
        && belief.Block.IsPlaceable()
        && site.Blocks[cell] == Block.Air
        && wishes[cell].Kind is CellWishKind.None or CellWishKind.Taken
        && new SolidCells(world).Adjoin(frame.ToWorld(site.Size.PosOf(cell)));

    private long RankOf(int cell, float chance)
    {
        var (at, feet) = (site.Size.PosOf(cell), site.LocationOf(RecordedPlay.Assistant).Cell);
        var sureness = chance > NearlySure ? 0 : chance > VerySure ? 1 : 2;
        var way = Math.Abs(at.X - feet.X) + Math.Abs(at.Y - feet.Y) + Math.Abs(at.Z - feet.Z);
        return ((((long)sureness * site.Size.Height) + at.Y) * site.Size.Volume) + way;
    }

    private void Insert(int first, int most, Suggestion suggestion, long rank)
    {
        if (_count == most && rank >= _ranks[_count - 1])
        {
            return;
        }

        _count = Math.Min(_count + 1, most);
        var place = _count - 1;
        for (; place > first && _ranks[place - 1] > rank; place--)
        {
            (_shown[place], _ranks[place]) = (_shown[place - 1], _ranks[place - 1]);
        }

        (_shown[place], _ranks[place]) = (suggestion, rank);
    }
}
