namespace BlockAssist.Net.Rounds;

/// <summary>What a trainer shows of what it committed to. The update itself is a blob.</summary>
/// <param name="Marks">Its segments, in order.</param>
public sealed record Revelation(IReadOnlyList<SegmentMark> Marks);
