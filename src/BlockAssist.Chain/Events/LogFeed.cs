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
        var open = new OpenBlocks(from);
        while (true)
        {
            var changes = await StepAsync(open, cancellation);
            foreach (var change in changes ?? [])
            {
                yield return change;
            }

            if (changes is null)
            {
                await Task.Delay(options.Wait, clock, cancellation);
            }
        }
    }

    // Null if there is nothing to do but wait.
    private async Task<IReadOnlyList<ChainLog>?> StepAsync(OpenBlocks open, CancellationToken cancellation)
    {
        try
        {
            var head = await node.HeightAsync(cancellation);
            return open.IsEmpty && open.Next + _depth <= head ? await DoneAsync(open, head - _depth, cancellation) : await OpenAsync(open, cancellation);
        }
        catch (ChainException error) when (error.IsPassing)
        {
            return null;
        }
    }

    // All that counts as done already, many blocks at once.
    private async Task<IReadOnlyList<ChainLog>> DoneAsync(OpenBlocks open, ulong last, CancellationToken cancellation)
    {
        if (open.Last is { } done && (await node.BlockAsync(done.Height, cancellation))?.Hash != done.Hash)
        {
            return open.Undo();
        }

        var to = Math.Min(last, open.Next + (ulong)options.MostBlocks - 1);
        var logs = await node.LogsAsync(filter, open.Next, to, cancellation);
        var block = await node.BlockAsync(to, cancellation) ?? throw new ChainException(ChainFault.Malformed, $"the node does not know block {to}, which it said there is");
        open.Begin(block);
        return [.. logs.Select(log => new ChainLog(log, LogChange.Final))];
    }

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
