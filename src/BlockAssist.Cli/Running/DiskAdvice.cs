namespace BlockAssist.Cli.Running;

/// <summary>What to do when a disk takes nothing more.</summary>
internal static class DiskAdvice
{
    private const int UnixFull = 28;
    private const int UnixReadOnly = 30;
    private const int WindowsFull = unchecked((int)0x80070070);
    private const int WindowsHandleFull = unchecked((int)0x80070027);
    private const int WindowsWriteProtected = unchecked((int)0x80070013);

    /// <summary>The advice, as a sentence; null where the exception tells of something else.</summary>
    /// <remarks>By the number that the system gives: what it says of it is in the language of the machine.</remarks>
    public static string? Of(Exception? exception) => exception switch
    {
        IOException { HResult: UnixFull or WindowsFull or WindowsHandleFull } =>
            "Free some space there, or let BLOCKASSIST_HOME name a folder on another disk, and start again: what was there before is as it was.",
        IOException { HResult: UnixReadOnly or WindowsWriteProtected } or UnauthorizedAccessException =>
            "Let BLOCKASSIST_HOME name a folder that you may write to.",
        _ => null,
    };
}
