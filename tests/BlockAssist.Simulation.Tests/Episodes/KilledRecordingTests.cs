using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Episodes;

/// <summary>Kills a process that records, as a power switch would, and looks at what is left.</summary>
public sealed class KilledRecordingTests
{
    private const string FileVariable = "BLOCKASSIST_TEST_RECORD_TO";
    private const int Interval = 50;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_killed_recording_loses_at_most_its_last_second(ulong seed)
    {
        var path = Path.Combine(Path.GetTempPath(), $"blockassist-killed-{Environment.ProcessId}-{seed}.bae");
        try
        {
            var recorded = RecordAndKill(path, 100 + new SeededRandom(seed).Next(3000));

            var reader = EpisodeReader.Open(path);
            var replay = new Replay(reader);
            replay.Run();

            Assert.InRange(recorded - replay.Time, long.MinValue, 1000);
            Assert.True(replay.Steps > 50);
            Assert.Equal(0, replay.Mismatches);
            Assert.Null(reader.End);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>In a process that was started to be killed, records until that happens; the tests never start there.</summary>
    [ModuleInitializer]
    internal static void RecordIfAsked()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } path)
        {
            RecordForEver(path);
        }
    }

    /// <returns>The time of the last step that the recording process had recorded for certain.</returns>
    private static long RecordAndKill(string path, int steps)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var start = new ProcessStartInfo(program, isHost ? [typeof(KilledRecordingTests).Assembly.Location] : []) { RedirectStandardOutput = true };
        start.Environment[FileVariable] = path;
        using var process = Process.Start(start)!;
        var last = 0L;
        for (; steps > 0; steps--)
        {
            last = long.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        }

        process.Kill();
        process.WaitForExit();
        return last;
    }

    private static void RecordForEver(string path)
    {
        var options = new SiteOptions { Horizon = int.MaxValue };
        var header = new EpisodeHeader
        {
            Options = options,
            Goal = new BlockGrid(options.Size),
            Builders = [new EpisodeBuilder(BuilderRole.Scripted, "doomed")],
        };
        var site = header.CreateSite();
        var random = new SeededRandom(1);
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        using var writer = EpisodeWriter.Create(path, header, site);
        for (var time = 0L; ; time += Interval)
        {
            BuilderAction[] actions = [site.Actions.ActionAt(random.Next(site.Actions.Count))];
            site.Step(actions, new Deed[1]);
            writer.Step(time, actions, [ActionOrigin.Decision]);
            writer.Pose(new PlayerPose { Time = time, Feet = site.LocationOf(0), Yaw = random.Next(360) });
            output.WriteLine(time.ToString(CultureInfo.InvariantCulture));
        }
    }
}
