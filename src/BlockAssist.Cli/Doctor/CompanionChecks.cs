namespace BlockAssist.Cli.Doctor;

/// <summary>Looks at what the program uses if it is there.</summary>
internal static class CompanionChecks
{
    /// <summary>The program that turns pictures into videos.</summary>
    public static Finding Ffmpeg(string? path) => path is not null
        ? Finding.Ok("ffmpeg", path)
        : Finding.Warning("ffmpeg", "none", "apt-get install ffmpeg (needed for videos only)");

    /// <summary>The first program of that name in the search path; null where there is none.</summary>
    public static string? Find(string program, Func<string, string?> variable) =>
        (variable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
            .FirstOrDefault(File.Exists);

    /// <summary>The recorded human play that tests and benchmarks read.</summary>
    public static Finding RecordedPlay(string? folder) => folder is not null && Directory.Exists(folder)
        ? Finding.Ok("recorded play", folder)
        : Finding.Warning("recorded play", "none", "set BLOCKASSIST_SHARED to its folder (needed by some tests and benchmarks only)");

    /// <summary>The folder named by <c>BLOCKASSIST_SHARED</c>, by default <c>../shared/data</c> beside the checkout; null outside one.</summary>
    public static string? RecordedPlayFolder(Func<string, string?> variable)
    {
        if (variable("BLOCKASSIST_SHARED") is { Length: > 0 } named)
        {
            return named;
        }

        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "BlockAssist.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder is null ? null : Path.GetFullPath(Path.Combine(folder, "..", "shared", "data"));
    }
}
