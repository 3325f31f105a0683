namespace BlockAssist.Tests.Shared;

/// <summary>The recorded data that is not part of the project; tests that need it skip where it is absent.</summary>
internal static class SharedData
{
    /// <summary>The folder named by <c>BLOCKASSIST_SHARED</c>, by default <c>../shared/data</c> beside the checkout.</summary>
    public static string Root { get; } = Environment.GetEnvironmentVariable("BLOCKASSIST_SHARED") is { Length: > 0 } named
        ? named
        : Path.Combine(CheckoutRoot(), "..", "shared", "data");

    /// <summary>The path of a file or folder of the shared data; skips the test where it is absent.</summary>
    public static string Need(string relative)
    {
        var path = Path.GetFullPath(Path.Combine(Root, relative));
        Assert.SkipUnless(Path.Exists(path), $"{path} is absent; set BLOCKASSIST_SHARED to the folder of the shared data.");
        return path;
    }

    /// <summary>The files that match a pattern in a folder of the shared data; none where it is absent.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        var path = Path.GetFullPath(Path.Combine(Root, folder));
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal) : [];
    }

    /// <summary>The names of those files, for a theory; the pattern itself where there are none, so that <see cref="Need"/> skips.</summary>
    public static TheoryData<string> Names(string folder, string pattern) =>
        [.. Files(folder, pattern).Select(path => Path.GetFileName(path)).DefaultIfEmpty(pattern)];

    /// <summary>The folder of the checkout that the tests were built from.</summary>
    public static string CheckoutRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BlockAssist.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside a checkout.");
        }

        return folder;
    }
}
