using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Envelopes;

/// <summary>The last envelope of each of a limited number of senders.</summary>
/// <remarks>
/// A sender is forgotten to make room for another only when none of its envelopes that were taken would pass for new by the
/// clock any more. Until then a new one has to wait: memory is bounded, and nothing can be replayed by crowding others out.
/// Belongs to one thread.
/// </remarks>
internal sealed class SenderMemory(int capacity, long memoryMs)
{
    private readonly Dictionary<PeerId, LinkedListNode<SenderRecord>> _bySender = [];

    // The longest silent first.
    private readonly LinkedList<SenderRecord> _byAge = [];

    /// <summary>All that is remembered, the longest silent first.</summary>
    public SenderRecord[] Records => [.. _byAge];

    /// <summary>What is remembered of a sender; null if nothing.</summary>
    public SenderRecord? Of(PeerId sender) => _bySender.TryGetValue(sender, out var node) ? node.Value : null;

    /// <summary>Whether a sender of whom nothing is remembered would find room.</summary>
    public bool HasRoom(long nowMs) => _bySender.Count < capacity || _byAge.First is not { } oldest || IsForgettable(oldest.Value, nowMs);

    /// <summary>Remembers a sender's newest envelope. There is room.</summary>
    public void Keep(SenderRecord record)
    {
        if (_bySender.Remove(record.Sender, out var before))
        {
            _byAge.Remove(before);
        }

        while (_bySender.Count >= capacity && _byAge.First is { } oldest && IsForgettable(oldest.Value, record.TakenMs))
        {
            _bySender.Remove(oldest.Value.Sender);
            _byAge.RemoveFirst();
        }

        _bySender.Add(record.Sender, _byAge.AddLast(record));
    }

    private bool IsForgettable(SenderRecord record, long nowMs) => nowMs - record.TakenMs > memoryMs;
}
