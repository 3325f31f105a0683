using System.Diagnostics.CodeAnalysis;
using System.Text;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Envelopes;

/// <summary>Where envelopes come in: takes those that are their sender's, new, and for us, and says of the others why not.</summary>
/// <remarks>
/// Foreign bytes: nothing they say sets memory aside or throws. What is cheap is asked first, so that only an envelope with
/// nothing else against it costs a signature; the body is not looked at. A refused envelope changes nothing. Bytes are verified
/// as received. May be used by many threads; of an envelope that comes twice at once, one is taken.
/// <para>
/// Numbers of a sender must rise. A gap is allowed: a peer does not say everything to everybody, and may lose the end of its
/// chain in a crash. Whether there was one is <see cref="Envelope.Link"/>; who audits asks the sender for what lies between.
/// An envelope whose number follows the last one directly has nothing between, so it must name that one.
/// </para>
/// </remarks>
public sealed class EnvelopeGate
{
    private readonly EnvelopeGateOptions _options;
    private readonly byte[] _network;
    private readonly long _skewMs;
    private readonly Func<PeerId, SenderStanding> _standing;
    private readonly TimeProvider _clock;
    private readonly SenderMemory _memory;
    private readonly Lock _lock = new();

    /// <summary>Opens a gate.</summary>
    /// <param name="options">What it lets in.</param>
    /// <param name="standing">What is made of a sender; asked by many threads, before anything proves that it is the sender.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="records">What a gate before this one remembered; without it an envelope of the last minutes could be taken again.</param>
    public EnvelopeGate(EnvelopeGateOptions options, Func<PeerId, SenderStanding> standing, TimeProvider clock, IEnumerable<SenderRecord>? records = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Senders, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ClockSkew, TimeSpan.Zero);
        (_options, _standing, _clock) = (options, standing, clock);
        _network = Encoding.ASCII.GetBytes(options.Network.ToString());
        _skewMs = (long)options.ClockSkew.TotalMilliseconds;

        // A sender's time may be as far ahead of ours when it is taken, and must be as far behind before it is too old.
        _memory = new SenderMemory(options.Senders, 2 * _skewMs);
        foreach (var record in (records ?? []).OrderBy(record => record.TakenMs))
        {
            _memory.Keep(record);
        }
    }

    /// <summary>What is remembered of each sender, to be given to the next gate after a restart.</summary>
    public IReadOnlyList<SenderRecord> Records()
    {
        lock (_lock)
        {
            return _memory.Records;
        }
    }

    /// <summary>Takes an envelope, or says why not.</summary>
    /// <param name="bytes">All of it, as received; not to be changed as long as the envelope is used.</param>
    /// <param name="envelope">What was taken.</param>
    /// <param name="refusal">Why it was not.</param>
    public bool TryTake(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out Envelope? envelope, out Refusal refusal)
    {
        envelope = null;
        var nowMs = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        if ((RefuseForm(bytes.Span, out var parts) ?? RefuseHeader(parts, nowMs) ?? RefuseOrder(parts, nowMs, out _)) is { } early)
        {
            refusal = early;
            return false;
        }

        var digest = Digest.Of(EnvelopeFormat.Purpose, parts.Signed);
        if (!parts.Sender.HasSigned(digest, parts.Signature))
        {
            refusal = new Refusal(RefusalReason.BadSignature);
            return false;
        }

        lock (_lock)
        {
            // Another thread may have taken it, or a later one, in the meantime.
            if (RefuseOrder(parts, nowMs, out var link) is { } late)
            {
                refusal = late;
                return false;
            }

            _memory.Keep(new SenderRecord(parts.Sender, parts.Seq, digest, nowMs));
            (envelope, refusal) = (new Envelope(bytes, parts, digest, link), default);
            return true;
        }
    }

    private Refusal? RefuseForm(ReadOnlySpan<byte> bytes, out EnvelopeParts parts)
    {
        if (bytes.Length > _options.Limits.MostBytes)
        {
            parts = default;
            return new Refusal(RefusalReason.Oversize, bytes.Length, _options.Limits.MostBytes);
        }

        return EnvelopeParts.Find(bytes, out parts) switch
        {
            RefusalReason.UnknownVersion => new Refusal(RefusalReason.UnknownVersion, Told(parts.Version), EnvelopeFormat.Version),
            { } reason => new Refusal(reason, bytes.Length),
            null => null,
        };
    }

    private Refusal? RefuseHeader(in EnvelopeParts parts, long nowMs)
    {
        if (!parts.NetId.SequenceEqual(_network))
        {
            return new Refusal(RefusalReason.OtherNetwork);
        }

        if (_options.Limits.BodyOf(new EnvelopeKind((uint)parts.Kind)) is not { } limit)
        {
            return new Refusal(RefusalReason.UnknownKind, Told(parts.Kind));
        }

        if (parts.BodyLength > limit)
        {
            return new Refusal(RefusalReason.Oversize, parts.BodyLength, limit);
        }

        if (Distance(parts.UtcMs, nowMs) is var skew && skew > _skewMs)
        {
            return new Refusal(RefusalReason.ClockSkew, skew, _skewMs);
        }

        return _standing(parts.Sender) switch
        {
            SenderStanding.Admitted => null,
            SenderStanding.Banned => new Refusal(RefusalReason.BannedSender),
            _ => new Refusal(RefusalReason.UnknownSender),
        };
    }

    private Refusal? RefuseOrder(in EnvelopeParts parts, long nowMs, out ChainLink link)
    {
        lock (_lock)
        {
            link = ChainLink.First;
            if (_memory.Of(parts.Sender) is not { } last)
            {
                return _memory.HasRoom(nowMs) ? null : new Refusal(RefusalReason.TooManySenders, Expected: _options.Senders);
            }

            link = parts.Prev == last.Last ? ChainLink.Next : ChainLink.AfterGap;
            if (parts.Seq <= last.Seq)
            {
                return new Refusal(RefusalReason.Replayed, Told(parts.Seq), Told(last.Seq));
            }

            return link == ChainLink.AfterGap && parts.Seq - last.Seq == 1
                ? new Refusal(RefusalReason.BrokenChain, Told(parts.Seq), Told(last.Seq))
                : null;
        }
    }

    private static long Distance(ulong utcMs, long nowMs) =>
        utcMs > long.MaxValue ? long.MaxValue : Math.Abs((long)utcMs - nowMs);

    private static long Told(ulong number) => (long)Math.Min(number, long.MaxValue);
}
