using System.Buffers.Binary;
using System.IO.Hashing;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Clips;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>Small episodes, made anew.</summary>
internal static class SeedEpisodes
{
    private const int MagicBytes = 8;
    private const int ChecksumBytes = 4;

    private static readonly SiteOptions Site = new() { Size = new(6, 6, 6), Horizon = 150 };

    /// <summary>Some.</summary>
    public static IEnumerable<byte[]> All() => InFolder(folder => [Recorded(folder, 1), Recorded(folder, 2)]);

    /// <summary>Clips of some.</summary>
    public static IEnumerable<byte[]> Clips() => InFolder(folder =>
        [.. ClipCutter.Cut(Recorded(folder, 1), Path.Combine(folder, "cut"), 32).Take(2).Select(clip => clip.Clip), Recorded(folder, 3)]);

    /// <summary>An episode with the checksums that its records should have.</summary>
    public static byte[] Seal(byte[] episode)
    {
        for (var start = MagicBytes; start < episode.Length;)
        {
            var (at, length) = (start + 1, 0L);
            for (var shift = 0; at < episode.Length && shift < 35; shift += 7)
            {
                length |= (long)(episode[at] & 0x7F) << shift;
                if (episode[at++] < 0x80)
                {
                    break;
                }
            }

            var end = at + length;
            if (end + ChecksumBytes > episode.Length)
            {
                break;
            }

            BinaryPrimitives.WriteUInt32LittleEndian(episode.AsSpan((int)end), Crc32.HashToUInt32(episode.AsSpan(start, (int)end - start)));
            start = (int)end + ChecksumBytes;
        }

        return episode;
    }

    private static byte[][] InFolder(Func<string, IReadOnlyList<string>> make)
    {
        var folder = Directory.CreateTempSubdirectory("blockassist-seeds-").FullName;
        try
        {
            return [.. make(folder).Select(File.ReadAllBytes)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Recorded(string folder, ulong number)
    {
        var file = Path.Combine(folder, $"{number}.bae");
        var room = GoalPlacement.RoomFor(Site.Size, Site.InfiniteBlocks);
        var goal = GoalPlacement.Place(HouseGenerator.Generate(room, number), Site.Size, Site.InfiniteBlocks);
        var site = new BuildSite(Site, goal);
        var header = new EpisodeHeader { Options = Site, Goal = goal, Builders = [new EpisodeBuilder(BuilderRole.Scripted, "somebody")], StepMilliseconds = 100 };
        using var recorder = new EpisodeRecorder(file, header, site);
        new PolicyRunner(site, new HumanlikeBuilder(number, HumanStyle.OfPerson(number))).Run(recorder);
        return file;
    }
}
