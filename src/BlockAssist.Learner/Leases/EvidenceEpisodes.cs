using BlockAssist.Learner.Data;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Screening;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Leases;

/// <summary>The episodes of some evidence as files, once they have shown to be what the manifest says.</summary>
/// <param name="evidence">The evidence; its windows are those of its manifest.</param>
/// <param name="folder">Where the files go.</param>
internal sealed class EvidenceEpisodes(LeaseEvidence evidence, string folder)
{
    /// <summary>What is wrong with the episodes; null if nothing is.</summary>
    /// <param name="set">The demonstrations that the windows are of.</param>
    /// <param name="cancellation">Ends it between two episodes.</param>
    public string? Complaint(out DemonstrationSet set, CancellationToken cancellation)
    {
        string[] files = [.. evidence.Segment.Windows.Select(window => window.File).Distinct().Order(StringComparer.Ordinal)];
        var found = new List<Demonstration>();
        set = new DemonstrationSet([]);
        if (files.Length != evidence.Episodes.Count)
        {
            return $"it has {evidence.Episodes.Count} episodes, where its windows are of {files.Length}";
        }

        for (var i = 0; i < files.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (OfEpisode(files[i], evidence.Episodes[i].Span, found) is { } complaint)
            {
                return complaint;
            }
        }

        set = new DemonstrationSet(found);
        return null;
    }

    /// <summary>What can be seen of the demonstrations that the windows are of, once the episodes have shown to be sound.</summary>
    public IReadOnlyList<SeenPlay> Seen()
    {
        var parts = evidence.Segment.Windows.Select(window => window.File).Distinct().ToDictionary(file => file, file => PlayedPart.In(PathOf(file)), StringComparer.Ordinal);
        return
        [
            .. evidence.Segment.Windows
                .Select(window => (window.File, Builder: (int)window.Builder))
                .Distinct()
                .OrderBy(one => one.File, StringComparer.Ordinal)
                .ThenBy(one => one.Builder)
                .Select(one => OfPart(one.File, parts[one.File][one.Builder])),
        ];
    }

    private static SeenPlay OfPart(string file, PlayedPart part) => new(file, part.Builder, part.Built, part.Print?.ToBytes() ?? [], part.Complaint);

    private string PathOf(string hash) => Path.Combine(folder, hash + EpisodeFormat.FileEnding);

    private string? OfEpisode(string hash, ReadOnlySpan<byte> bytes, List<Demonstration> found)
    {
        if (ContentHash.Of(bytes) != hash)
        {
            return $"what it sends as episode {hash} is another file";
        }

        var path = PathOf(hash);
        File.WriteAllBytes(path, bytes);
        if (SoundDemonstrations.FaultOf(path) is { } fault)
        {
            return $"an episode does not replay as it was recorded: {fault}";
        }

        Demonstration[] parts = [.. Demonstration.In(path)];
        found.AddRange(parts);
        return evidence.Manifest.Lines.Any(line => line.File == hash && !Array.Exists(parts, part => part.Builder == line.Builder && part.Turns == line.Turns))
            ? $"the manifest has other builders or turns of episode {hash} than there are"
            : null;
    }
}
