using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Contracts;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Events;

/// <summary>Reads logs as events of one class.</summary>
/// <typeparam name="TEvent">The class; it has an <see cref="EventAttribute"/>.</typeparam>
public sealed class EventReader<TEvent>
    where TEvent : class
{
    private readonly MessageShape _shape = MessageShape.Of(typeof(TEvent));

    /// <summary>A reader.</summary>
    public EventReader() => Event = typeof(TEvent).GetCustomAttribute<EventAttribute>() is { } told
        ? new AbiEvent(told.Name, _shape.Tuple)
        : throw new ArgumentException($"{typeof(TEvent).Name} does not say which event it is.");

    /// <summary>The event.</summary>
    public AbiEvent Event { get; }

    /// <summary>Reads a log. Whose it is must have been looked at before: other contracts have events of the same name.</summary>
    /// <returns>False if it is of another event, or says that it is of this one and is not in its form.</returns>
    public bool TryRead(EventLog log, [NotNullWhen(true)] out TEvent? told)
    {
        ArgumentNullException.ThrowIfNull(log);
        told = null;
        if (!Event.Matches(log.Topics))
        {
            return false;
        }

        try
        {
            told = (TEvent)_shape.MessageOf(Event.Decode(log.Topics, log.Data));
            return true;
        }
        catch (ChainFormatException)
        {
            return false;
        }
    }
}
