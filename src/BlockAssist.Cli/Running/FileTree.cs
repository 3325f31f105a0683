using System.IO.Enumeration;

namespace BlockAssist.Cli.Running;

/// <summary>The files that a person means by naming files and folders.</summary>
internal static class FileTree
{
    /// <summary>The files that were named, and those in the folders that were named whose names have one of the endings, in order.</summary>
    /// <remarks>Links to folders are not followed: they may lead in a circle.</remarks>
    public static IReadOnlyList<string> Expand(IEnumerable<string> paths, IReadOnlyList<string> endings) =>
        [.. paths.SelectMany(path => Directory.Exists(path) ? In(path, endings) : [path])];

    private static IEnumerable<string> In(string folder, IReadOnlyList<string> endings) =>
        new FileSystemEnumerable<string>(
            folder,
            (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && HasOneOf(endings, entry.FileName),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        }.Order(StringComparer.Ordinal);

    private static bool HasOneOf(IReadOnlyList<string> endings, ReadOnlySpan<char> name)
    {
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
