namespace BlockAssist.Tests.Shared.Servers;

/// <summary>Programs of servers that tests start, where they are installed.</summary>
internal static class ServerPrograms
{
    private const string Postgres = "/usr/lib/postgresql";

    /// <summary>The file of a program; null where it is absent.</summary>
    public static string? Find(string name) => Folders().Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    // Debian has those of PostgreSQL beside the path, for each version.
    private static IEnumerable<string> Folders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(Directory.Exists(Postgres) ? Directory.GetDirectories(Postgres).OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : []);
}
