namespace BlockAssist.Game.Platform.Native;

/// <summary>The numbers of OpenAL that the game uses.</summary>
internal static class OpenAlValue
{
    /// <summary>Whether a source's place is relative to who listens.</summary>
    public const int SourceRelative = 0x202;

    /// <summary>How fast a source plays.</summary>
    public const int Pitch = 0x1003;

    /// <summary>Where it is.</summary>
    public const int Position = 0x1004;

    /// <summary>The buffer of a source.</summary>
    public const int Buffer = 0x1009;

    /// <summary>How loud it is.</summary>
    public const int Gain = 0x100A;

    /// <summary>Where who listens looks, and what is up.</summary>
    public const int Orientation = 0x100F;

    /// <summary>What a source does.</summary>
    public const int SourceState = 0x1010;

    /// <summary>It plays.</summary>
    public const int Playing = 0x1012;

    /// <summary>From which distance on a source becomes quieter.</summary>
    public const int ReferenceDistance = 0x1020;

    /// <summary>How fast it does.</summary>
    public const int RolloffFactor = 0x1021;

    /// <summary>From which distance on it does not any more.</summary>
    public const int MaxDistance = 0x1023;

    /// <summary>One channel, sixteen bits.</summary>
    public const int Mono16 = 0x1101;

    /// <summary>OpenAL's version.</summary>
    public const int Version = 0xB002;

    /// <summary>A device's name, for people.</summary>
    public const int DeviceSpecifier = 0x1005;

    /// <summary>All is well.</summary>
    public const int NoError = 0;
}
