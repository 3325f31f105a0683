using System.Text;
using System.Text.Json;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>Segments that were trained again, one by one as it happens: a line each, in a file of the swarm's folder.</summary>
/// <remarks>
/// A process that is killed loses at most the line that it writes. Once the file is full it takes the place of the one before it, so that both together
/// have so many bytes at most; of a home, one process writes. May be used by several threads.
/// </remarks>
/// <param name="folder">The folder.</param>
internal sealed class ReplayLog(SwarmFolder folder)
{
    /// <summary>How many bytes a file has before another one is begun, but for its last line.</summary>
    public const int MostBytes = 1 << 20;

    // Whatever somebody has put there, no more of it is read.
    private const int MostRead = 256 << 10;

    private readonly Lock _lock = new();

    /// <summary>The files that there may be, the newer one first.</summary>
    public IReadOnlyList<string> Files => [folder.ReplayFile, folder.OlderReplayFile];

    /// <summary>Adds a replay.</summary>
    public void Add(ReplayNote note)
    {
        lock (_lock)
        {
            Directory.CreateDirectory(folder.Path);
            if (new FileInfo(folder.ReplayFile) is { Exists: true, Length: >= MostBytes })
            {
                File.Move(folder.ReplayFile, folder.OlderReplayFile, overwrite: true);
            }

            // A line that a crash cut off ends here, and is left out by whoever reads. Nobody waits for the disk: the hub's rounds would.
            using var file = new FileStream(folder.ReplayFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            file.Write([.. "\n"u8, .. JsonSerializer.SerializeToUtf8Bytes(note, ReplayJson.Default.ReplayNote)]);
        }
    }

    /// <summary>The last replays, the newest first.</summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<ReplayNote> Last(int most) => [.. Files.SelectMany(LinesFromTheEnd).Select(In).OfType<ReplayNote>().Take(most)];

    /// <summary>A replay in a line; null if it is none, or of a newer version.</summary>
    public static ReplayNote? In(string line)
    {
        try
        {
            return line.Length == 0 || JsonVersion.Of(line) > JsonVersion.First ? null : JsonSerializer.Deserialize(line, ReplayJson.Default.ReplayNote) is { Names: not null, Segment: >= 0 } note && Enum.IsDefined(note.Outcome) ? note : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> LinesFromTheEnd(string path) => TextAtTheEnd(path).Split('\n').Reverse();

    private static string TextAtTheEnd(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.Position = Math.Max(0, file.Length - MostRead);
            var bytes = new byte[MostRead];
            return Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, MostRead, throwOnEndOfStream: false));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return "";
        }
    }
}
