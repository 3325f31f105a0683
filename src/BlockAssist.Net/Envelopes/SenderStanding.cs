namespace BlockAssist.Net.Envelopes;

/// <summary>What a receiver makes of a sender.</summary>
public enum SenderStanding
{
    /// <summary>Nobody knows it.</summary>
    Unknown,

    /// <summary>Its envelopes are taken.</summary>
    Admitted,

    /// <summary>It is shut out.</summary>
    Banned,
}
