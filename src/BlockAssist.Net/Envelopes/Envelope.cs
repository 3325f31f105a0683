using System.Text;
using BlockAssist.Net.Identities;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Envelopes;

/// <summary>What a peer said, after every check: it is of this sender, new, and to this network.</summary>
/// <remarks>Only the gate makes one, or who reads what a gate has let in, or what was kept as a proof. Whether the body makes sense is for the reader of its kind to find out.</remarks>
public sealed class Envelope
{
    internal Envelope(ReadOnlyMemory<byte> bytes, in EnvelopeParts parts, Digest digest, ChainLink link)
    {
        (Bytes, Body) = (bytes, bytes.Slice(parts.BodyStart, parts.BodyLength));
        (Kind, Round, Seq, Sender, Prev) = (new EnvelopeKind((uint)parts.Kind), parts.Round, parts.Seq, parts.Sender, parts.Prev);
        (Sent, Digest, Link) = (DateTimeOffset.FromUnixTimeMilliseconds((long)parts.UtcMs), digest, link);
    }

    /// <summary>An envelope that a gate has let in before, and that was kept since; null if it is none. Nothing but its form is looked at.</summary>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    internal static Envelope? OfLog(ReadOnlyMemory<byte> bytes)
    {
        DemandKnown(bytes.Span, "an envelope in the log of a round");
        return EnvelopeParts.Find(bytes.Span, out var parts) is null
            ? new Envelope(bytes, parts, Digest.Of(EnvelopeFormat.Purpose, parts.Signed), ChainLink.AfterGap)
            : null;
    }

    /// <summary>Refuses bytes that say they are an envelope of a newer version; what they are otherwise is not looked at.</summary>
    /// <param name="bytes">All of it, from anywhere.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <exception cref="NewerVersionException">They say so.</exception>
    public static void DemandKnown(ReadOnlySpan<byte> bytes, string name)
    {
        if (EnvelopeParts.Find(bytes, out var parts) == RefusalReason.UnknownVersion)
        {
            NewerVersionException.ThrowIfNewer(name, EnvelopeFormat.Kind, (long)Math.Min(parts.Version, long.MaxValue), EnvelopeFormat.Version);
        }
    }

    /// <summary>An envelope that was kept to prove what somebody said; null if it is none, of another network, or not signed by them. When it was made does not matter.</summary>
    /// <param name="bytes">All of it, from anywhere.</param>
    /// <param name="sender">Who must have signed it.</param>
    /// <param name="network">In which network it must have been said.</param>
    public static Envelope? OfProof(ReadOnlyMemory<byte> bytes, PeerId sender, NetworkId network)
    {
        if (EnvelopeParts.Find(bytes.Span, out var parts) is not null || parts.Sender != sender || !parts.NetId.SequenceEqual(Encoding.ASCII.GetBytes(network.ToString())))
        {
            return null;
        }

        var digest = Digest.Of(EnvelopeFormat.Purpose, parts.Signed);
        return sender.HasSigned(digest, parts.Signature) ? new Envelope(bytes, parts, digest, ChainLink.AfterGap) : null;
    }

    /// <summary>What the body means.</summary>
    public EnvelopeKind Kind { get; }

    /// <summary>The round that it is about; 0 outside of rounds.</summary>
    public ulong Round { get; }

    /// <summary>The sender's number for it.</summary>
    public ulong Seq { get; }

    /// <summary>When it was made, by the sender's clock.</summary>
    public DateTimeOffset Sent { get; }

    /// <summary>Who signed it.</summary>
    public PeerId Sender { get; }

    /// <summary>The digest of the sender's envelope before it; zeros if it knew of none.</summary>
    public Digest Prev { get; }

    /// <summary>Its own digest: what is signed, and what the next one names.</summary>
    public Digest Digest { get; }

    /// <summary>How it follows the sender's last one that was taken here.</summary>
    public ChainLink Link { get; }

    /// <summary>What it says: a part of <see cref="Bytes"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>All of it, as received: what others must be shown if they are to believe it. Not copied; not to be changed.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }
}
