namespace BlockAssist.Cli.Tests;

/// <summary>Compares text with an approved file in <c>golden</c>; <c>UPDATE_GOLDEN=1</c> approves anew.</summary>
internal static class Golden
{
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Folder(), name + ".txt");
        actual = actual.ReplaceLineEndings("\n");

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is absent; UPDATE_GOLDEN=1 makes it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    // Not by [CallerFilePath]: a build for CI writes /_/ there.
    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BlockAssist.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside a checkout.");
        }

        return Path.Combine(folder, "tests", "BlockAssist.Cli.Tests", "golden");
    }
}
