using System.Diagnostics;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Monitoring;

/// <summary>What a process costs, under the names that Prometheus knows.</summary>
internal static class ProcessMetrics
{
    /// <summary>The figures of this process.</summary>
    public static void Write(MetricsPage page)
    {
        using var process = Process.GetCurrentProcess();
        page.Gauges("blockassist_info", "The version that runs.", "version", [(ProgramVersion.Text, 1)])
            .Gauge("process_start_time_seconds", "When the process began, in seconds since 1970.", new DateTimeOffset(process.StartTime).ToUnixTimeMilliseconds() / 1000.0)
            .Counter("process_cpu_seconds_total", "Processor time, of all threads.", process.TotalProcessorTime.TotalSeconds)
            .Gauge("process_resident_memory_bytes", "Memory that is in use.", process.WorkingSet64)
            .Gauge("process_open_handles", "Files and connections that are open.", process.HandleCount)
            .Gauge("process_num_threads", "Threads.", process.Threads.Count)
            .Gauge("dotnet_heap_bytes", "Objects on the heap.", GC.GetTotalMemory(forceFullCollection: false))
            .Counters("dotnet_collections_total", "How often the heap was cleaned.", "generation", Enumerable.Range(0, GC.MaxGeneration + 1).Select(generation => ($"{generation}", (double?)GC.CollectionCount(generation))))
            .Counter("dotnet_collection_pause_seconds_total", "How long the process stood still for that.", GC.GetTotalPauseDuration().TotalSeconds);
    }
}
