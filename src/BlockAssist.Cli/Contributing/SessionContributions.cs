using System.Security.Cryptography;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Contributing;

/// <summary>The sessions in which people built, as contributions: by the SHA-256 of the recording, and nothing else of it.</summary>
/// <param name="home">Whose sessions.</param>
internal sealed class SessionContributions(NodeHome home)
{
    /// <summary>What was contributed in each session that is not known yet; nothing where nobody built.</summary>
    /// <param name="known">The names of those that are.</param>
    public IEnumerable<(string Origin, IReadOnlyList<Work> Works)> Find(IReadOnlySet<string> known)
    {
        // One that is recorded now is not complete.
        var isPlaying = HeldFile.IsHeld(home.Playing);
        foreach (var file in Files())
        {
            var origin = Path.GetFileName(file);
            if (!known.Contains(origin) && WorksIn(file, isPlaying) is { } works)
            {
                yield return (origin, works);
            }
        }
    }

    private IEnumerable<string> Files() =>
        Directory.Exists(home.Episodes) ? Directory.EnumerateFiles(home.Episodes, "*" + EpisodeFormat.FileEnding).Order(StringComparer.Ordinal) : [];

    // Null for one that may still be recorded.
    private static Work[]? WorksIn(string file, bool isPlaying)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            var reader = new EpisodeReader(bytes, file);
            var hasBuilt = HasBuilt(reader);
            return reader.End is null && isPlaying ? null : hasBuilt ? [new Work(WorkKind.Session, new Hash32(SHA256.HashData(bytes)), default)] : [];
        }
        catch (Exception error) when (error is EpisodeFormatException or NewerVersionException)
        {
            return [];
        }
    }

    // Whether a person changed a block; the episode is read to its end.
    private static bool HasBuilt(EpisodeReader episode)
    {
        var people = episode.Header.Builders.Select(builder => builder.Role == BuilderRole.Person).ToArray();
        var hasBuilt = false;
        for (var entry = episode.Read(); entry != EpisodeEntry.None; entry = episode.Read())
        {
            for (var builder = 0; entry == EpisodeEntry.Step && !hasBuilt && builder < people.Length; builder++)
            {
                hasBuilt = people[builder] && episode.Actions[builder].IsEdit;
            }
        }

        return hasBuilt;
    }
}
