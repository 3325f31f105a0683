namespace BlockAssist.Simulation.Episodes;

/// <summary>The numbers that episode files are made of; docs/formats/episode.md explains them.</summary>
public static class EpisodeFormat
{
    /// <summary>The ending of an episode's file name.</summary>
    public const string FileEnding = ".bae";

    /// <summary>What versions are of, in messages.</summary>
    internal const string Kind = "episodes";

    /// <summary>The version this program writes. A reader refuses any newer one.</summary>
    public const int Version = 1;

    /// <summary>The version of the game's rules: a replay is exact only under the rules it was recorded by.</summary>
    public const int RulesVersion = 1;

    /// <summary>The most steps a file may have; a reader stops at it.</summary>
    public const int MaxSteps = 1 << 24;

    /// <summary>The most bytes a record's payload may have.</summary>
    internal const int MaxPayload = 1 << 21;

    /// <summary>The longest name, key or value, in bytes.</summary>
    internal const int MaxText = 4096;

    /// <summary>The most properties of a header.</summary>
    internal const int MaxProperties = 64;

    /// <summary>The most points of a schedule.</summary>
    internal const int MaxSchedulePoints = 256;

    /// <summary>The latest time, in milliseconds: some 34 years.</summary>
    internal const long MaxTime = 1L << 40;

    /// <summary>Added to a record's type: the entries are range-coded, not plain.</summary>
    internal const byte CodedFlag = 0x80;

    /// <summary>What every episode file starts with.</summary>
    internal static ReadOnlySpan<byte> Magic => [0x89, (byte)'B', (byte)'A', (byte)'E', 0x0D, 0x0A, 0x1A, 0x0A];
}
