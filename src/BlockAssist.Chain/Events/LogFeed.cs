using System.Runtime.CompilerServices;
using BlockAssist.Chain.Rpc;

namespace BlockAssist.Chain.Events;

/// <summary>Follows the logs of a contract, block by block by their hashes, so that whatever is undone on the way is noticed and told.</summary>
/// <param name="node">The node.</param>
/// <param name="filter">Which logs.</param>
/// <param name="options">How.</param>
/// <param name="clock">What time it is.</param>
public sealed class LogFeed(ChainNode node, LogFilter filter, LogFeedOptions options, TimeProvider clock)
{
    private readonly ulong _depth = (ulong)Math.Max(0, options.Confirmations - 1);

    /// <summary>What happens to logs from a block on, without an end.</summary>
    /// <param name="from">The block; whoever goes on later takes the one after the last whose logs were final.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ChainException">The node refuses, or a block is undone that counted as done. While the node cannot be reached it is waited for.</exception>
    public async IAsyncEnumerable<ChainLog> ReadAsync(ulong from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var step in StepsAsync(from, done: null, cancellation))
        {
            foreach (var change in step.Changes)
            {
                yield return change;
            }
        }
    }

    /// <summary>The same by looks at the chain, also those that brought nothing; for whoever keeps how far it is.</summary>
    /// <param name="from">The first block; not asked for where something is done.</param>
    /// <param name="done">The last block whose logs were final before; null to begin.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ChainException">The node refuses, or a block is undone that counted as done. While the node cannot be reached it is waited for.</exception>
    public async IAsyncEnumerable<LogStep> StepsAsync(ulong from, BlockPoint? done, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var open = new OpenBlocks(done?.Height + 1 ?? from, done);
        var stride = new BlockStride(options.MostBlocks);
        while (true)
        {
            var step = await StepAsync(open, stride, cancellation);
            yield return step;
            if (step.IsIdle)
            {
                await Task.Delay(options.Wait, clock, cancellation);
            }
        }
    }

    private async Task<LogStep> StepAsync(OpenBlocks open, BlockStride stride, CancellationToken cancellation)
    {
        try
        {
            var head = await node.HeightAsync(cancellation);
            var changes = open.IsEmpty && open.Next + _depth <= head ? await DoneAsync(open, stride, head - _depth, cancellation) : await OpenAsync(open, cancellation);
            return new LogStep(changes ?? [], open.Done, open.Next) { Head = head, IsIdle = changes is null };
        }
        catch (ChainException error) when (error.IsPassing)
        {
            return new LogStep([], open.Done, open.Next) { IsIdle = true, Trouble = error };
        }
    }

    // All that counts as done already, many blocks at once.
    private async Task<IReadOnlyList<ChainLog>> DoneAsync(OpenBlocks open, BlockStride stride, ulong last, CancellationToken cancellation)
    {
        if (open.Last is { } done && (await node.BlockAsync(done.Height, cancellation))?.Hash != done.Hash)
        {
            return open.Undo();
        }

        var to = Math.Min(last, open.Next + (ulong)stride.Blocks - 1);
        if (await LogsUpToAsync(open.Next, to, stride, cancellation) is not { } logs)
        {
            return [];
        }

        var block = await node.BlockAsync(to, cancellation) ?? throw new ChainException(ChainFault.Malformed, $"the node does not know block {to}, which it said there is");
        open.Begin(block);
        return [.. logs.Select(log => new ChainLog(log, LogChange.Final))];
    }

    // Null if fewer blocks are to be asked for.
    private async Task<IReadOnlyList<EventLog>?> LogsUpToAsync(ulong from, ulong to, BlockStride stride, CancellationToken cancellation)
    {
        try
        {
            var logs = await node.LogsAsync(filter, from, to, cancellation);
            stride.Lengthen();
            return logs;
        }
        catch (ChainException error) when (stride.TryShorten(to - from + 1, error.Fault))
        {
            return null;
        }
    }

    // Null if there is nothing to do but wait.
    private async Task<IReadOnlyList<ChainLog>?> OpenAsync(OpenBlocks open, CancellationToken cancellation)
    {
        if (await node.BlockAsync(open.Next, cancellation) is not { } block)
        {
            // As many blocks as before, but others?
            return open.Last is { } last && await node.BlockAsync(last.Height, cancellation) is { } now && now.Hash != last.Hash ? open.Undo() : null;
        }

        if (open.Last is { } parent && parent.Hash != block.Parent)
        {
            return open.Undo();
        }

        return await LogsOfAsync(block, cancellation) is { } logs ? [.. open.Add(block, logs), .. open.Close(_depth)] : null;
    }

    // Null if the block was undone meanwhile.
    private async Task<IReadOnlyList<EventLog>?> LogsOfAsync(BlockHeader block, CancellationToken cancellation)
    {
        try
        {
            return await node.LogsAsync(filter, block.Hash, cancellation);
        }
        catch (ChainException error) when (!error.IsPassing)
        {
            if ((await node.BlockAsync(block.Height, cancellation))?.Hash == block.Hash)
            {
                throw;
            }

            return null;
        }
    }
}
