using BlockAssist.Chain.Rpc;

namespace BlockAssist.Chain.Events;

/// <summary>Something that happened to a log.</summary>
/// <param name="Log">The log.</param>
/// <param name="Change">What happened.</param>
public sealed record ChainLog(EventLog Log, LogChange Change);
