namespace BlockAssist.Fuzzing.Engine;

/// <summary>What is wrong with what became of an input.</summary>
internal enum FindingKind
{
    /// <summary>An exception that nobody has documented.</summary>
    Exception,

    /// <summary>It took longer than it may.</summary>
    Slow,

    /// <summary>It set aside more memory than it may.</summary>
    Memory,

    /// <summary>The process did not survive it.</summary>
    Crash,
}
