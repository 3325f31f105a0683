using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Evaluation.Assistance;

/// <summary>Follows what becomes of one builder's edits, through an episode on one site.</summary>
/// <remarks>
/// A placement is undone when the block is broken again; a break when the same block is put back, but not when another one
/// takes its place. Both are the same: the cell holds again what it held before the edit.
/// </remarks>
public sealed class EditLedger
{
    private readonly BuildSite _site;
    private readonly int _builder;
    private readonly Block[] _atStart;
    private readonly Block[] _blocks;

    // For each cell the blocks, as bits, that would undo one of the builder's edits if the cell came to hold them; and those that would undo a right one.
    private readonly ushort[] _undoing;
    private readonly ushort[] _undoingRight;
    private readonly double _toEarn;
    private double _earned;
    private int _edits;
    private int _wrong;
    private int _undone;
    private int _rightUndone;

    /// <summary>Begins with the site as it is.</summary>
    /// <param name="site">The site; tell <see cref="Note"/> of each of its steps.</param>
    /// <param name="builder">Whose edits are followed.</param>
    public EditLedger(BuildSite site, int builder)
    {
        (_site, _builder) = (site, builder);
        (_atStart, _blocks) = (site.Blocks.ToArray(), site.Blocks.ToArray());
        (_undoing, _undoingRight) = (new ushort[site.Size.Volume], new ushort[site.Size.Volume]);
        _toEarn = ToEarn();
    }

    /// <summary>Takes in a step.</summary>
    public void Note(ReadOnlySpan<Deed> deeds)
    {
        _earned += _builder < deeds.Length ? deeds[_builder].GoalDependentReward : 0;
        for (var builder = 0; builder < deeds.Length; builder++)
        {
            if (deeds[builder].Action.IsEdit && !_site.Observe(builder).IsPalette(deeds[builder].Action.Cell))
            {
                Take(deeds[builder], isOwn: builder == _builder);
            }
        }
    }

    /// <summary>How many cells were wrong at the start and are right now.</summary>
    public int CellsGained() => CountGained(_ => true);

    /// <summary>What the builder did so far.</summary>
    public HelperDeeds Deeds() => new(
        _edits, _wrong, _undone, _rightUndone, CountGained(cell => _site.LastInteracted[cell] == _builder), _toEarn == 0 ? 0 : _earned / _toEarn);

    private static ushort BitOf(Block block) => (ushort)(1 << (int)block);

    private static int TakeFrom(ref ushort blocks, Block block)
    {
        var held = (blocks & BitOf(block)) != 0;
        blocks &= (ushort)~BitOf(block);
        return held ? 1 : 0;
    }

    private void Take(in Deed deed, bool isOwn)
    {
        var cell = deed.Action.Cell;
        var before = _blocks[cell];
        var after = deed.Action.Type == ActionType.Place ? deed.Action.Block : Block.Air;
        _blocks[cell] = after;
        _undone += TakeFrom(ref _undoing[cell], after);
        _rightUndone += TakeFrom(ref _undoingRight[cell], after);
        if (isOwn)
        {
            _edits++;
            _wrong += deed.Correct ? 0 : 1;
            _undoing[cell] |= BitOf(before);
            _undoingRight[cell] |= deed.Correct ? BitOf(before) : (ushort)0;
        }
    }

    private int CountGained(Func<int, bool> counts)
    {
        var gained = 0;
        for (var cell = 0; cell < _blocks.Length; cell++)
        {
            gained += _atStart[cell] != _site.Goal[cell] && _site.Blocks[cell] == _site.Goal[cell] && counts(cell) ? 1 : 0;
        }

        return gained;
    }

    // What the goal share is measured in: a cell is worth 1 if right, and less than nothing if it holds a wrong block.
    private double ToEarn()
    {
        var wrong = _site.Options.Builders[0].Rewards.PlaceWrong.ValueAt(_site.GlobalTimestep);
        var sum = 0.0;
        for (var cell = 0; cell < _atStart.Length; cell++)
        {
            var (block, goal) = (_atStart[cell], _site.Goal[cell]);
            sum += block == goal ? 0 : block == Block.Air || goal == Block.Air ? 1 : 1 - wrong;
        }

        return sum;
    }
}
