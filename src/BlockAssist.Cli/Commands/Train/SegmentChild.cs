using System.Globalization;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Verification;

namespace BlockAssist.Cli.Commands.Train;

/// <summary>Runs <c>train segment</c> in a process of its own: the libraries read its environment when they are loaded.</summary>
/// <param name="folder">A folder for what the processes write.</param>
/// <param name="data">The episodes.</param>
/// <param name="lengths">How many steps the segments have.</param>
internal sealed class SegmentChild(string folder, IReadOnlyList<string> data, IReadOnlyList<int> lengths)
{
    /// <summary>The segments of a class of device that start at a checkpoint.</summary>
    public IReadOnlyList<TrainingSegment> Train(ClassSetup setup, string state, CancellationToken cancellation)
    {
        var into = Directory.CreateDirectory(Path.Combine(folder, "child")).FullName;
        string[] words =
        [
            "train", "segment", state, "--data", .. data, "--steps", .. lengths.Select(Text), "--threads", Text(setup.Threads), "--out", into, "--json",
        ];
        var (code, _, error) = OwnProcess.RunAsync(OwnProcess.Start(words, setup.Environment), cancellation).GetAwaiter().GetResult();
        return code == 0
            ? [.. lengths.Select(length => SegmentFile.Load(Path.Combine(into, $"segment-{Text(length)}{SegmentFile.Extension}")))]
            : throw new ForeseenException($"The process for '{setup.Name}' ended with {code}: {error.Trim()}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
