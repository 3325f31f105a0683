using BlockAssist.Game.Play;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Commands;

/// <summary>Changes the cells of a box one by one, as by hand: each is an edit of its own in the recording; all are taken back at once.</summary>
/// <param name="session">The session.</param>
/// <param name="one">A corner of the box, in cells of the site.</param>
/// <param name="other">The opposite corner.</param>
internal sealed class BoxEdit(BuildSession session, BlockPos one, BlockPos other)
{
    private readonly SortedDictionary<string, int> _refused = [];
    private int _changed;

    private BlockPos Least => new(Math.Min(one.X, other.X), Math.Min(one.Y, other.Y), Math.Min(one.Z, other.Z));

    private BlockPos Most => new(Math.Max(one.X, other.X), Math.Max(one.Y, other.Y), Math.Max(one.Z, other.Z));

    /// <summary>Makes cells a block.</summary>
    /// <param name="wanted">The block; air to break.</param>
    /// <param name="only">Only cells that hold this; null for all.</param>
    public CommandAnswer Run(Block wanted, Block? only)
    {
        var size = session.Site.Size;
        if (!size.Contains(Least) || !size.Contains(Most))
        {
            return CommandAnswer.No($"Only the site is built on: 0 0 0 to {size.Width - 1} {size.Height - 1} {size.Depth - 1}.");
        }

        return session.AsOne(() => Run(Cells(only, wanted), wanted));
    }

    private CommandAnswer Run(List<BlockPos> left, Block wanted)
    {
        // What hangs in the air for now may find something to border on when its neighbours are there.
        for (var before = left.Count + 1; left.Count < before;)
        {
            before = left.Count;
            left = [.. left.Where(cell => Change(cell, wanted) == Rejection.NoSupport)];
        }

        Count(Rejection.NoSupport, left.Count);
        return new CommandAnswer(Sentence(), _changed == 0 && _refused.Count > 0);
    }

    // From below, so that one stands on the other.
    private List<BlockPos> Cells(Block? only, Block wanted)
    {
        var cells = new List<BlockPos>();
        for (var y = Least.Y; y <= Most.Y; y++)
        {
            for (var x = Least.X; x <= Most.X; x++)
            {
                for (var z = Least.Z; z <= Most.Z; z++)
                {
                    var block = session.Site.Blocks[session.Site.Size.CellAt(new BlockPos(x, y, z))];
                    if (block != wanted && (only is null || block == only))
                    {
                        cells.Add(new BlockPos(x, y, z));
                    }
                }
            }
        }

        return cells;
    }

    private Rejection? Change(BlockPos cell, Block wanted)
    {
        var isFull = session.Site.Blocks[session.Site.Size.CellAt(cell)] != Block.Air;
        var rejection = isFull ? session.BreakAt(cell) : null;
        rejection ??= wanted == Block.Air ? null : session.PlaceAt(cell, wanted);
        if (rejection is null)
        {
            _changed++;
        }
        else if (rejection != Rejection.NoSupport)
        {
            Count(rejection.Value, 1);
        }

        return rejection;
    }

    private void Count(Rejection rejection, int cells)
    {
        if (cells > 0)
        {
            var reason = RejectionText.Of(rejection) ?? $"{rejection}";
            _refused[reason] = _refused.GetValueOrDefault(reason) + cells;
        }
    }

    private string Sentence()
    {
        var done = _changed == 1 ? "1 cell was changed." : $"{_changed} cells were changed.";
        return _refused.Count == 0 ? done : $"{done} {string.Join(' ', _refused.Select(entry => $"{entry.Value} not: {entry.Key}"))}";
    }
}
