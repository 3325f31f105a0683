using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Clips;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Clips;

/// <summary>The clips of the sessions that a player shared, as far as they were not offered yet.</summary>
/// <remarks>
/// A folder for each session, by the hash of its file, with the clips that are still to be offered. A session is cut once, when it is over; who is
/// killed meanwhile cuts it again. Belongs to one thread.
/// </remarks>
/// <param name="folder">Where they are kept.</param>
/// <param name="sessions">The files of the sessions that are shared now.</param>
public sealed class OwnClips(string folder, Func<IEnumerable<string>> sessions)
{
    // As of what leases learn from.
    private static readonly EpisodeReaderOptions Limits = new() { MaxSteps = 1 << 17, MaxFileBytes = 64 << 20 };

    private readonly string _cutting = Path.Combine(folder, "cutting");

    /// <summary>The best that were not offered yet, as many as may be in a round.</summary>
    public IReadOnlyList<string> ToOffer(CancellationToken cancellation)
    {
        var clips = new List<string>();
        foreach (var session in sessions().Distinct(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            if (FolderOf(session) is { } cut)
            {
                clips.AddRange(Directory.GetFiles(cut));
            }
        }

        return [.. clips.OrderByDescending(Path.GetFileName, StringComparer.Ordinal).DistinctBy(Path.GetFileName).Take(ClipLimits.MostOfPeer)];
    }

    // Null where the session is not whole yet, or anything else than a session.
    private string? FolderOf(string session)
    {
        try
        {
            var cut = Path.Combine(folder, ContentHash.OfFile(session));
            return Directory.Exists(cut) ? cut
                : EpisodeVerification.Verify(EpisodeReader.Open(session, Limits)).Reasons.Count > 0 ? null
                : Cut(session, cut);
        }
        catch (Exception error) when (error is EpisodeFormatException or FileNotFoundException or NewerVersionException)
        {
            return null;
        }
    }

    private string Cut(string session, string into)
    {
        if (Directory.Exists(_cutting))
        {
            Directory.Delete(_cutting, recursive: true);
        }

        foreach (var worth in ClipCutter.Cut(session, _cutting))
        {
            if (worth.Built >= ClipLimits.FewestBuilt && new FileInfo(worth.Clip).Length <= ClipLimits.MostBytes)
            {
                File.Move(worth.Clip, Path.Combine(_cutting, ClipName.Of(worth)), overwrite: true);
            }
            else
            {
                File.Delete(worth.Clip);
            }
        }

        Directory.Move(_cutting, into);
        return into;
    }
}
