using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Events;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Standings;

/// <summary>Fills an index from the events of its contract, and takes out again what is undone.</summary>
/// <remarks>
/// Each look at the chain is in the index as a whole, with how far it is, or not at all. Whatever cannot be gone on with is begun anew: the index has nothing that
/// the chain has not. Throws <see cref="IOException"/> if the file cannot be used now, <see cref="InvalidDataException"/> if it is another program's.
/// </remarks>
/// <param name="index">The index.</param>
/// <param name="node">A node of the contract's chain.</param>
/// <param name="artifact">What the contract is.</param>
/// <param name="options">How.</param>
/// <param name="clock">What time it is.</param>
public sealed class StandingsKeeper(StandingsIndex index, ChainNode node, ContributionsArtifact artifact, StandingsOptions options, TimeProvider clock)
{
    private const int MostRebuilds = 3;

    private readonly LogFeed _feed = new(node, LogFilter.OfEvents(index.Place.Contract, FactInserts.Topics(artifact)), options.Feed, clock);

    /// <summary>Reads all that is there now.</summary>
    /// <exception cref="ChainException">The node cannot be reached, refuses, or tells what cannot be.</exception>
    public async Task<CatchUp> CatchUpAsync(CancellationToken cancellation)
    {
        using var held = index.File.TryHold();
        if (held is null)
        {
            return new CatchUp(index.UpTo(), RebuildCause.None, IsKeptByAnother: true);
        }

        await CheckAsync(cancellation);
        var rebuilt = RebuildCause.None;
        for (var rebuilds = 0; ; rebuilds++)
        {
            try
            {
                var cause = await FollowAsync(toEnd: true, cancellation);
                return new CatchUp(index.UpTo(), rebuilt == RebuildCause.None ? cause : rebuilt, IsKeptByAnother: false);
            }
            catch (UnfitIndexException unfit)
            {
                Demand(unfit, rebuilds);
                rebuilt = unfit.Cause;
            }
        }
    }

    /// <summary>Reads what comes, until it is cancelled. While another process does, or the node cannot be reached, it waits.</summary>
    /// <exception cref="ChainException">The node refuses, or tells what cannot be.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        for (var rebuilds = 0; ;)
        {
            using (var held = index.File.TryHold())
            {
                try
                {
                    if (held is not null)
                    {
                        await CheckAsync(cancellation);
                        await FollowAsync(toEnd: false, cancellation);
                    }
                }
                catch (UnfitIndexException unfit)
                {
                    rebuilds = unfit.Cause == RebuildCause.Reorged ? 0 : rebuilds + 1;
                    Demand(unfit, rebuilds);
                }
                catch (ChainException error) when (error.IsPassing)
                {
                }
            }

            await Task.Delay(options.Feed.Wait, clock, cancellation);
        }
    }

    private Task CheckAsync(CancellationToken cancellation) => new ContributionsContract(node, index.Place, artifact).CheckAsync(cancellation);

    // Why it was begun anew before anything was read.
    private async Task<RebuildCause> FollowAsync(bool toEnd, CancellationToken cancellation)
    {
        var (connection, cause) = index.File.OpenForWriting(options.First);
        Tell(cause);
        try
        {
            using var writer = new IndexWriter(connection, artifact);
            var first = (await node.BlockAsync(options.First, cancellation))?.Hash;
            if (writer.First is { } before && before != first)
            {
                throw new UnfitIndexException(RebuildCause.Reorged);
            }

            await ReadAsync(writer, first, toEnd, cancellation);
            return cause;
        }
        catch (ChainException error) when (error.Fault == ChainFault.Reorged)
        {
            throw new UnfitIndexException(RebuildCause.Reorged, error);
        }
    }

    private async Task ReadAsync(IndexWriter writer, Hash32? first, bool toEnd, CancellationToken cancellation)
    {
        await foreach (var step in _feed.StepsAsync(options.First, writer.Done, cancellation))
        {
            if (step.Trouble is not null && toEnd)
            {
                throw step.Trouble;
            }

            writer.Write(step, first);
            if (step.Head is { } head)
            {
                options.Progress?.Report(new CatchUpProgress(step.Next - options.First, Math.Max(head + 1, step.Next) - options.First));
            }

            if (step.IsAtEnd && toEnd)
            {
                return;
            }
        }
    }

    // What is at odds with the chain even when it was just begun is no fault of the file.
    private void Demand(UnfitIndexException unfit, int rebuilds)
    {
        if (rebuilds >= MostRebuilds)
        {
            throw new ChainException(ChainFault.Malformed, $"what the node tells of {index.Place} contradicts itself, however often it is read");
        }

        index.File.Clear(unfit.Cause);
        Tell(unfit.Cause);
    }

    private void Tell(RebuildCause cause)
    {
        if (cause != RebuildCause.None)
        {
            options.Rebuilt?.Report(cause);
        }
    }
}
