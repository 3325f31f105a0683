using System.Runtime.CompilerServices;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Events;

/// <summary>Follows one kind of event of one contract.</summary>
/// <typeparam name="TEvent">The class of the event.</typeparam>
/// <param name="node">The node.</param>
/// <param name="contract">The contract.</param>
/// <param name="options">How.</param>
/// <param name="clock">What time it is.</param>
public sealed class EventFeed<TEvent>(ChainNode node, Address contract, LogFeedOptions options, TimeProvider clock)
    where TEvent : class
{
    private readonly EventReader<TEvent> _reader = new();

    /// <summary>What happens to events from a block on, without an end; see <see cref="LogFeed"/>.</summary>
    /// <exception cref="ChainException">The node refuses, or a block is undone that counted as done.</exception>
    public async IAsyncEnumerable<ChainEvent<TEvent>> ReadAsync(ulong from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (log, change) in new LogFeed(node, new LogFilter(contract, [_reader.Event.Topic]), options, clock).ReadAsync(from, cancellation))
        {
            if (_reader.TryRead(log, out var told))
            {
                yield return new ChainEvent<TEvent>(told, log, change);
            }
        }
    }
}
