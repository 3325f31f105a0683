using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>A process that does one order of <c>train verify-lease</c>, bounded in time and memory.</summary>
/// <param name="start">How to start it.</param>
/// <param name="patience">How long it may take.</param>
/// <param name="memory">How much managed memory it may take, in bytes.</param>
/// <param name="threads">How many threads compute.</param>
internal sealed class ReplayProcess(Func<IReadOnlyList<string>, IReadOnlyDictionary<string, string>, ProcessStartInfo> start, TimeSpan patience, long memory, int threads)
{
    private const string HeapLimit = "DOTNET_GCHeapHardLimit";

    /// <summary>Does an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="type">The form of the answer.</param>
    /// <param name="codeOf">The exit code that goes with an answer.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The answer, or why there is none.</returns>
    public async Task<(T? Answer, string Otherwise)> AskAsync<T>(LeaseOrder order, JsonTypeInfo<T> type, Func<T, ExitCode> codeOf, CancellationToken cancellation)
        where T : class
    {
        var file = Path.Combine(order.Scratch, "order.json");
        AtomicFile.Write(file, stream => JsonSerializer.Serialize(stream, order, SwarmJson.Default.LeaseOrder));
        string[] words = ["train", "verify-lease", file, "--threads", threads.ToString(CultureInfo.InvariantCulture), "--json"];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            var (code, output, error) = await OwnProcess.RunAsync(start(words, new Dictionary<string, string> { [HeapLimit] = $"0x{memory:X}" }), limit.Token);
            return (AnswerOf(output, type) is { } answer && code == (int)codeOf(answer) ? answer : null, $"the replay ended with {code} and no finding: {OwnProcess.LastLine(error)}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, $"the replay took longer than {patience}");
        }
    }

    /// <summary>What the process said; null if it did not say it in the very form that it would.</summary>
    private static T? AnswerOf<T>(string output, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(output, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
