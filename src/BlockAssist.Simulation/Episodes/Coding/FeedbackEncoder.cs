namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>Packs feedback into the payloads of feedback records, which stand on their own.</summary>
internal sealed class FeedbackEncoder
{
    private readonly ByteBuffer _entries = new();
    private readonly ByteBuffer _payload = new();

    /// <summary>How many entries wait for <see cref="Finish"/>.</summary>
    public int Pending { get; private set; }

    /// <summary>How many bytes wait.</summary>
    public int Length => _entries.Length;

    /// <summary>Adds an entry.</summary>
    public void Add(in Feedback feedback)
    {
        _entries.Byte((byte)feedback.Kind);
        _entries.Byte((byte)feedback.From);
        _entries.Byte((byte)feedback.About);
        _entries.Int(feedback.Time);
        _entries.UInt((ulong)feedback.Steps);
        _entries.UInt((ulong)feedback.Value);
        Pending++;
    }

    /// <summary>Makes a payload of all that is pending.</summary>
    /// <returns>The payload; valid until the next call.</returns>
    public ReadOnlySpan<byte> Finish()
    {
        _payload.Clear();
        _payload.UInt((ulong)Pending);
        _payload.Bytes(_entries.Content);
        _entries.Clear();
        Pending = 0;
        return _payload.Content;
    }
}
