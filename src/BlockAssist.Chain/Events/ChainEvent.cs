using BlockAssist.Chain.Rpc;

namespace BlockAssist.Chain.Events;

/// <summary>Something that happened to an event.</summary>
/// <param name="Event">What was told.</param>
/// <param name="Log">Where.</param>
/// <param name="Change">What happened.</param>
/// <typeparam name="TEvent">The class of the event.</typeparam>
public sealed record ChainEvent<TEvent>(TEvent Event, EventLog Log, LogChange Change);
