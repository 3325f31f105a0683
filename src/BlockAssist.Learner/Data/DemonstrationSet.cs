using System.Security.Cryptography;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Learner.Data;

/// <summary>Demonstrations to learn from or to be measured by, in a fixed order.</summary>
/// <remarks>Holds where they are, not what is in them: windows of turns are played again from the files whenever they are needed.</remarks>
public sealed class DemonstrationSet
{
    private readonly int[] _ends;

    /// <summary>A set of these demonstrations.</summary>
    public DemonstrationSet(IReadOnlyList<Demonstration> demonstrations)
    {
        ArgumentNullException.ThrowIfNull(demonstrations);
        Demonstrations = demonstrations;
        _ends = new int[demonstrations.Count];
        for (var i = 0; i < _ends.Length; i++)
        {
            Turns += demonstrations[i].Turns;
            _ends[i] = Turns;
        }
    }

    /// <summary>The demonstrations.</summary>
    public IReadOnlyList<Demonstration> Demonstrations { get; }

    /// <summary>How many turns there are in all.</summary>
    public int Turns { get; }

    /// <summary>Who gave them, in order of their names.</summary>
    public IReadOnlyList<string> Participants => [.. Demonstrations.Select(one => one.Participant).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>All demonstrations in the episodes of some files and folders, in order of their paths.</summary>
    /// <exception cref="EpisodeFormatException">A file is not an episode.</exception>
    public static DemonstrationSet Open(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var files = paths.SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*" + EpisodeFormat.FileEnding, SearchOption.AllDirectories) : [path]);
        return new DemonstrationSet([.. files.Order(StringComparer.Ordinal).SelectMany(Demonstration.In)]);
    }

    /// <summary>Those of which something holds.</summary>
    public DemonstrationSet Where(Func<Demonstration, bool> predicate) => new([.. Demonstrations.Where(predicate)]);

    /// <summary>The demonstration that a turn of the whole set belongs to, and its number there.</summary>
    public (Demonstration Demonstration, int Turn) At(int turn)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)turn, (uint)Turns, nameof(turn));
        var index = Array.BinarySearch(_ends, turn + 1);
        index = index < 0 ? ~index : index;
        return (Demonstrations[index], turn - (index == 0 ? 0 : _ends[index - 1]));
    }

    /// <summary>A hash of what the set holds: the bytes of its files, in order, and which builder of each.</summary>
    public string ManifestHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var demonstration in Demonstrations)
        {
            // One that counts threefold, or two builders of an episode, are one file.
            if (!files.TryGetValue(demonstration.Path, out var file))
            {
                files.Add(demonstration.Path, file = SHA256.HashData(File.ReadAllBytes(demonstration.Path)));
            }

            hash.AppendData(file);
            hash.AppendData([(byte)demonstration.Builder]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
