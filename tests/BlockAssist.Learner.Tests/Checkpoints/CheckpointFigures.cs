using System.Diagnostics;
using System.Globalization;
using BlockAssist.Learner.Checkpoints;

namespace BlockAssist.Learner.Tests.Checkpoints;

/// <summary>Prints how long a checkpoint takes to save and to load; run by name, and only when asked for.</summary>
public sealed class CheckpointFigures(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public void Saving_and_loading()
    {
        const int Count = 1_900_000;
        using var folder = new TemporaryFolder();
        var checkpoint = new Checkpoint
        {
            Network = "figures",
            Weights = [.. Enumerable.Range(0, 38).Select(i => new CheckpointWeight($"layer{i}.weight", [Count / 38]))],
            Row = new float[Count],
            Rows = new Dictionary<string, ReadOnlyMemory<float>> { ["m"] = new float[Count], ["v"] = new float[Count] },
            States = new Dictionary<string, ReadOnlyMemory<byte>> { ["torch"] = new byte[5056] },
        };
        for (var i = 0; i < 5; i++)
        {
            var clock = Stopwatch.StartNew();
            CheckpointFile.Save(checkpoint, folder.File("some"));
            var saved = clock.Elapsed.TotalMilliseconds;
            CheckpointFile.Load(folder.File("some"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(folder.File("some")).Length} bytes, save {saved:F0} ms, load {clock.Elapsed.TotalMilliseconds - saved:F0} ms"));
        }
    }
}
