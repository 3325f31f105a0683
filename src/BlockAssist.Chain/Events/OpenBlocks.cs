using BlockAssist.Chain.Rpc;

namespace BlockAssist.Chain.Events;

/// <summary>The last blocks of a chain, which may still be undone, and what was told in them.</summary>
/// <param name="from">The first block that is of interest.</param>
internal sealed class OpenBlocks(ulong from)
{
    private readonly List<(BlockHeader Block, IReadOnlyList<EventLog> Logs)> _blocks = [];

    // The last that counts as done.
    private BlockHeader? _done;

    /// <summary>Whether all that was seen counts as done.</summary>
    public bool IsEmpty => _blocks.Count == 0;

    /// <summary>The height of the block that comes next.</summary>
    public ulong Next { get; private set; } = from;

    /// <summary>The last block that was seen.</summary>
    public BlockHeader? Last => IsEmpty ? _done : _blocks[^1].Block;

    /// <summary>All up to a block counts as done.</summary>
    public void Begin(BlockHeader done) => (_done, Next) = (done, done.Height + 1);

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
        _done = closed.Length > 0 ? closed[^1].Block : _done;
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
}
