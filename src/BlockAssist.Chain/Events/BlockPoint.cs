using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Events;

/// <summary>A block, and all before it: no other chain has its hash.</summary>
/// <param name="Height">How many come before it.</param>
/// <param name="Hash">Its hash.</param>
public sealed record BlockPoint(ulong Height, Hash32 Hash);
