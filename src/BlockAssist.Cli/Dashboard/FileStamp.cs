namespace BlockAssist.Cli.Dashboard;

/// <summary>By what it is seen that a file has changed, without reading it.</summary>
/// <param name="Length">How long it is; −1 where there is none.</param>
/// <param name="Written">When it was last written.</param>
internal readonly record struct FileStamp(long Length, long Written)
{
    private const int MostFiles = 20_000;

    /// <summary>The stamp of a file.</summary>
    public static FileStamp Of(string path) => Of(new FileInfo(path));

    /// <summary>The stamp of a file.</summary>
    public static FileStamp Of(FileInfo file) => file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc.Ticks) : new FileStamp(-1, 0);

    /// <summary>A stamp of several files; one that is empty is as good as none.</summary>
    public static FileStamp OfAll(params IEnumerable<string> paths)
    {
        var (length, sum) = (0L, 0L);
        foreach (var stamp in paths.Select(Of))
        {
            length += Math.Max(0, stamp.Length);
            sum = unchecked((sum * 31) + (stamp.Length > 0 ? stamp.GetHashCode() : 0));
        }

        return new FileStamp(length, sum);
    }

    /// <summary>A stamp of all files of a folder, those in its folders left out.</summary>
    public static FileStamp OfFolder(string path)
    {
        var (count, sum) = (0, 0L);
        try
        {
            foreach (var file in new DirectoryInfo(path).EnumerateFiles().Take(MostFiles))
            {
                count++;
                sum = unchecked((sum * 31) + HashCode.Combine(file.Name, file.Length, file.LastWriteTimeUtc.Ticks));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // There is none, or it changes just now: the next look sees it.
        }

        return new FileStamp(count, sum);
    }
}
