using System.Diagnostics;
using BlockAssist.Cli.Dashboard.Pages;
using BlockAssist.Cli.Doctor;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Blobs;

namespace BlockAssist.Cli.Dashboard.Sources;

/// <summary>What a node takes of its machine.</summary>
/// <param name="home">The home.</param>
/// <param name="now">What the node last said.</param>
/// <param name="clock">The clock.</param>
internal sealed class MachineSource(NodeHome home, NowSource now, TimeProvider clock)
{
    private const int MostFiles = 50_000;

    private static readonly TimeSpan BetweenWalks = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Process, TimeSpan Busy, long At)> _before = [];
    private IReadOnlyList<FolderUse> _folders = [];
    private long? _walked;

    /// <summary>Looks.</summary>
    public MachinePage Read()
    {
        var faults = new Faults();
        lock (_lock)
        {
            var status = now.Status(faults);
            using var node = status is null ? null : NowSource.ProcessOf(status);
            using var own = Process.GetCurrentProcess();
            var traffic = faults.Try(() => SharedFile.TryRead(SwarmFolder.Of(home).Traffic), null);
            var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
            return new MachinePage
            {
                Cores = Environment.ProcessorCount,
                Memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
                Node = node is null ? null : faults.Try(() => UseOf("node", node), null),
                Dashboard = UseOf("own", own),
                Traffic = traffic is null ? null : traffic.Day == today ? traffic.Bytes : 0,
                TrafficBudget = status?.BytesADay,
                DiskFree = HomeChecks.FreeBytes(home.Path),
                Folders = Folders(faults),
                Faults = faults.Lines,
            };
        }
    }

    private ProcessUse UseOf(string part, Process process)
    {
        try
        {
            var (busy, at) = (process.TotalProcessorTime, clock.GetTimestamp());
            double? cores = _before.TryGetValue(part, out var before) && before.Process == process.Id && clock.GetElapsedTime(before.At, at) is { Ticks: > 0 } passed
                ? (busy - before.Busy) / passed
                : null;
            _before[part] = (process.Id, busy, at);
            return new ProcessUse(process.WorkingSet64, cores);
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            throw new ForeseenException("the node's process cannot be looked at", cause: error);
        }
    }

    private IReadOnlyList<FolderUse> Folders(Faults faults)
    {
        if (_walked is not { } walked || clock.GetElapsedTime(walked) > BetweenWalks)
        {
            _folders =
            [
                new FolderUse("sessions", SizeOf(home.Episodes, faults), null),
                new FolderUse("models", SizeOf(home.Models, faults), null),
                new FolderUse("trainings", SizeOf(home.Training, faults), null),
                new FolderUse("blobs of the swarm", SizeOf(SwarmFolder.Of(home).Blobs, faults), new BlobLimits().MostBytes),
                new FolderUse("contributions", SizeOf(home.Chain, faults), null),
                new FolderUse("logs", SizeOf(home.Logs, faults), null),
            ];
            _walked = clock.GetTimestamp();
        }

        return _folders;
    }

    private static long SizeOf(string folder, Faults faults) => !Directory.Exists(folder) ? 0 : faults.Try(
        () => new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Take(MostFiles).Sum(file => file.Exists ? file.Length : 0), 0);
}
