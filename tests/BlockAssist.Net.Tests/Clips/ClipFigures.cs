using System.Diagnostics;
using System.Globalization;
using BlockAssist.Net.Clips;
using BlockAssist.Simulation.Episodes.Clips;
using BlockAssist.Simulation.Episodes.Import;

namespace BlockAssist.Net.Tests.Clips;

/// <summary>How large people's clips are, what they bring, and how long it takes to cut and to value them. Only when asked for.</summary>
public sealed class ClipFigures(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public void What_the_studys_recordings_come_to()
    {
        var source = SharedData.Need("mbag/episodes");
        using var folder = new TemporaryFolder();
        List<string> sessions = [];
        foreach (var recording in Directory.EnumerateFiles(source, "*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            sessions.Add(folder.File($"{Path.GetFileName(recording)}.bae"));
            MbagEpisodeImporter.Import(recording, sessions[^1]);
        }

        var began = Stopwatch.GetTimestamp();
        List<string> clips = [.. sessions.SelectMany(session => ClipCutter.Cut(session, folder.File("cut"))).Select(clip => clip.Clip)];
        var cut = Stopwatch.GetElapsedTime(began);
        began = Stopwatch.GetTimestamp();
        List<ClipWorth> sound = [.. clips.Select(ClipJudge.WorthOf).OfType<ClipWorth>()];
        var valued = Stopwatch.GetElapsedTime(began);

        double[] sizes = [.. clips.Select(clip => new FileInfo(clip).Length / 1000.0).Order()];
        double[] progress = [.. sound.Select(one => one.Progress).Order()];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sessions.Count} sessions, {clips.Count} clips that bring something cut in {cut.TotalSeconds:F1} s, {sound.Count} enough, {valued.TotalMilliseconds / clips.Count:F1} ms each to value"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kB: median {sizes[sizes.Length / 2]:F1}, most {sizes[^1]:F1}"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"cells an act: median {progress[progress.Length / 2]:F2}, most {progress[^1]:F2}; with a print: {sound.Count(one => one.Print is not null)}"));
    }
}
