namespace BlockAssist.Net.Rounds.Clips;

/// <summary>How many clips there may be of what.</summary>
public static class ClipLimits
{
    /// <summary>How many a peer may offer in a round.</summary>
    public const int MostOfPeer = 16;

    /// <summary>How many bytes one may have.</summary>
    public const int MostBytes = 64 << 10;

    /// <summary>How many cells it must bring: one in one act would be as good as can be.</summary>
    public const int FewestBuilt = 8;

    /// <summary>How many peers may offer some in a round.</summary>
    public const int MostPeers = 256;

    /// <summary>How many a record names.</summary>
    public const int MostOfRecord = 64;

    /// <summary>How many of them are of one peer.</summary>
    public const int MostOfPeerInRecord = 4;
}
