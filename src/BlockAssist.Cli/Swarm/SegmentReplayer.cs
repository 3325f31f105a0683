using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Leases;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>Replays segments of others in a process of its own, bounded in time and memory: whatever evidence does to it is no harm here.</summary>
/// <param name="folder">Where processes may write; each cleans up.</param>
internal sealed class SegmentReplayer(string folder) : ISegmentReplayer
{
    private const string HeapLimit = "DOTNET_GCHeapHardLimit";

    /// <summary>How long a replay may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How much managed memory it may take, in bytes; what torch takes is bounded by the limits of segments.</summary>
    public long Memory { get; init; } = 2L << 30;

    /// <summary>How many threads compute: part of the class of device.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>What <c>train calibrate</c> wrote; null if nothing was measured.</summary>
    public string? Calibration { get; init; }

    /// <summary>How to start the process, of its words and what its environment has besides; this program once more unless a test says otherwise.</summary>
    public Func<IReadOnlyList<string>, IReadOnlyDictionary<string, string>, ProcessStartInfo> Start { get; init; } = OwnProcess.Start;

    /// <inheritdoc/>
    public async Task<ReplayFinding> ReplayAsync(ReplayOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.Commitment.Segments != order.Marks.Count)
        {
            return new ReplayFinding(ReplayOutcome.Undecided, $"{order.Marks.Count} marks of {order.Commitment.Segments} segments");
        }

        var scratch = Directory.CreateDirectory(Path.Combine(folder, Path.GetRandomFileName())).FullName;
        try
        {
            var found = await AskAsync(OrderOf(order, scratch), scratch, cancellation);
            return new ReplayFinding(found.Outcome.ToNet(), found.Reason, found.Difference);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private LeaseOrder OrderOf(ReplayOrder order, string scratch) => new(
        new LeaseClaim(order.Lease.Terms(), order.Segment, [.. order.Marks.Select(mark => mark.ToLearner())], order.Commitment.Examples, order.Commitment.Device),
        new LeaseFiles(Path.GetFullPath(order.Round.Base), Path.GetFullPath(order.Round.Recipe), Path.GetFullPath(order.Evidence), Path.GetFullPath(order.Update)),
        scratch,
        Calibration);

    private async Task<LeaseFinding> AskAsync(LeaseOrder order, string scratch, CancellationToken cancellation)
    {
        var file = Path.Combine(scratch, "order.json");
        AtomicFile.Write(file, stream => JsonSerializer.Serialize(stream, order, SwarmJson.Default.LeaseOrder));
        string[] words = ["train", "verify-lease", file, "--threads", Threads.ToString(CultureInfo.InvariantCulture), "--json"];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            var environment = new Dictionary<string, string> { [HeapLimit] = $"0x{Memory:X}" };
            var (code, output, error) = await RunAsync(Start(words, environment), limit.Token);
            return FindingOf(code, output) ?? new LeaseFinding(LeaseOutcome.Undecided, $"the replay ended with {code} and no finding: {LastLine(error)}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new LeaseFinding(LeaseOutcome.Undecided, $"the replay took longer than {Patience}");
        }
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        using var process = Process.Start(start) ?? throw new ForeseenException("No process could be started");
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            var texts = await Task.WhenAll(output, error);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, texts[0], texts[1]);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>What the process found; null if it did not say it in the very form that it would.</summary>
    private static LeaseFinding? FindingOf(int code, string output)
    {
        try
        {
            var found = JsonSerializer.Deserialize(output, SwarmJson.Default.LeaseFinding);
            return found is not null && Enum.IsDefined(found.Outcome) && code == (found.Outcome == LeaseOutcome.Same ? 0 : 1) ? found : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string LastLine(string text) => text.Trim().Split('\n')[^1].Trim();
}
