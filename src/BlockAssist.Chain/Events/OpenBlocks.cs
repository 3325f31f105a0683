using BlockAssist.Chain.Rpc;

namespace BlockAssist.Chain.Events;

/// <summary>The last blocks of a chain, which may still be undone, and what was told in them.</summary>
/// <param name="from">The first block that is of interest.</param>
/// <param name="done">The last that counts as done; null if there is none.</param>
internal sealed class OpenBlocks(ulong from, BlockPoint? done)
{
    private readonly List<(BlockHeader Block, IReadOnlyList<EventLog> Logs)> _blocks = [];

    /// <summary>Whether all that was seen counts as done.</summary>
    public bool IsEmpty => _blocks.Count == 0;

    /// <summary>The height of the block that comes next.</summary>
    public ulong Next { get; private set; } = from;

    /// <summary>The last that counts as done; null if there is none.</summary>
    public BlockPoint? Done { get; private set; } = done;

    /// <summary>The last block that was seen.</summary>
    public BlockPoint? Last => IsEmpty ? Done : PointOf(_blocks[^1].Block);

    /// <summary>All up to a block counts as done.</summary>
    public void Begin(BlockHeader done) => (Done, Next) = (PointOf(done), done.Height + 1);

    /// <summary>One more block.</summary>
    public IEnumerable<ChainLog> Add(BlockHeader block, IReadOnlyList<EventLog> logs)
    {
        _blocks.Add((block, logs));
        Next = block.Height + 1;
        return logs.Select(log => new ChainLog(log, LogChange.Seen));
    }

    /// <summary>What counts as done, now that so many blocks are on top of it.</summary>
    public IReadOnlyList<ChainLog> Close(ulong depth)
    {
        var closed = _blocks.TakeWhile(one => one.Block.Height + depth <= _blocks[^1].Block.Height).ToArray();
        _blocks.RemoveRange(0, closed.Length);
        Done = closed.Length > 0 ? PointOf(closed[^1].Block) : Done;
        return [.. closed.SelectMany(one => one.Logs).Select(log => new ChainLog(log, LogChange.Final))];
    }

    /// <summary>The last block is undone.</summary>
    /// <exception cref="ChainException">It counted as done.</exception>
    public IReadOnlyList<ChainLog> Undo()
    {
        if (IsEmpty)
        {
            throw new ChainException(ChainFault.Reorged, $"block {Next - 1} is undone, which counted as done; more confirmations are needed on this chain");
        }

        var (block, logs) = _blocks[^1];
        _blocks.RemoveAt(_blocks.Count - 1);
        Next = block.Height;
        return [.. logs.Reverse().Select(log => new ChainLog(log, LogChange.Removed))];
    }

    private static BlockPoint PointOf(BlockHeader block) => new(block.Height, block.Hash);
}
