namespace BlockAssist.Net.Hub;

/// <summary>What the logs of rounds have in common, wherever they are kept.</summary>
internal static class RoundLogs
{
    /// <summary>What versions are of, in messages.</summary>
    public const string Kind = "logs of rounds";

    /// <summary>The version that is written, and the newest that is read.</summary>
    public const int Version = 1;
}
