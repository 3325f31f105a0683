namespace BlockAssist.Net.Gateway;

/// <summary>Why a gateway does not do what it is asked, besides what is wrong with an envelope itself (<see cref="Envelopes.RefusalReason"/>).</summary>
public enum GatewayRefusal
{
    /// <summary>The peer asks too often.</summary>
    RateLimit,

    /// <summary>The peer is shut out, or nobody knows it.</summary>
    NotAdmitted,

    /// <summary>The hub cannot answer now.</summary>
    HubAway,

    /// <summary>What comes has more bytes than any envelope.</summary>
    TooLarge,

    /// <summary>The envelope is somebody else's.</summary>
    NotItsOwn,

    /// <summary>The peer has sent as many bytes of blobs as it may in an hour.</summary>
    UploadAllowance,

    /// <summary>The blob is larger than any may be.</summary>
    BlobTooLarge,

    /// <summary>The bytes are not those of the blob's address.</summary>
    BlobWrong,

    /// <summary>There is no room for the blob.</summary>
    NoRoom,

    /// <summary>The peer has as many connections as one may have, or its address has that many on which nobody has proved a key.</summary>
    TooManyConnections,

    /// <summary>The peer speaks another version of the protocol.</summary>
    OtherVersion,
}
