namespace BlockAssist.Net.Blobs;

/// <summary>What became of bytes that were sent.</summary>
public enum BlobReceipt
{
    /// <summary>The blob is whole, its address is right, and it is on the disk.</summary>
    Stored,

    /// <summary>What came is kept; the rest is still to come.</summary>
    Begun,

    /// <summary>The bytes have another address: all of them are forgotten.</summary>
    WrongBytes,

    /// <summary>It is larger than a blob may be, or more came than was announced.</summary>
    TooLarge,

    /// <summary>The store is full of what must be kept.</summary>
    NoRoom,

    /// <summary>Somebody else is sending the same.</summary>
    Busy,

    /// <summary>The bytes do not begin where those that are here end.</summary>
    Gap,
}
