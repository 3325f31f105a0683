using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Signing;

/// <summary>What was signed and can be sent: a transaction, or whatever else a sender sends for an account. Sent again, it is the same.</summary>
public interface ISigned
{
    /// <summary>The name by which it is asked about.</summary>
    Hash32 Hash { get; }

    /// <summary>What is sent, and kept to be sent again.</summary>
    ReadOnlyMemory<byte> Bytes { get; }
}
