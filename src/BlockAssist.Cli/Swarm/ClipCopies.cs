using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>Copies of clips for as long as something learns from them: a clip itself goes when a better one comes.</summary>
internal sealed class ClipCopies : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("blockassist-clips-").FullName;

    /// <summary>Copies clips.</summary>
    public ClipCopies(IReadOnlyList<string> clips) => Files = In(_folder, clips);

    /// <summary>The copies, in the same order.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Copies clips into a folder that somebody else deletes.</summary>
    /// <returns>The copies, in the same order; without what has gone meanwhile.</returns>
    public static IReadOnlyList<string> In(string folder, IReadOnlyList<string> clips)
    {
        var copies = new List<string>();
        foreach (var clip in clips)
        {
            try
            {
                var (file, bytes) = (Path.Combine(folder, Path.GetFileName(clip)), File.ReadAllBytes(clip));
                AtomicFile.Write(file, stream => stream.Write(bytes));
                copies.Add(file);
            }
            catch (FileNotFoundException)
            {
                continue;
            }
        }

        return copies;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
