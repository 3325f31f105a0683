using System.Globalization;
using BlockAssist.Learner.Updates;

namespace BlockAssist.Learner.Tests.Updates;

/// <summary>Prints what the formats of updates cost and lose; run by name, and only when asked for.</summary>
public sealed class UpdateFigures(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public void Formats_of_updates()
    {
        var rounds = SampleUpdates.Make(count: 1_900_000, rounds: 10, steps: 2, seed: 1);
        foreach (var result in UpdateCodecBenchmark.Usual.Select(new UpdateCodecBenchmark(rounds, TimeProvider.System).Run))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Format,-18} {result.Bytes,9} bytes {result.Ratio,7:F1}x  write {result.EncodeMilliseconds,6:F1} ms  read {result.DecodeMilliseconds,6:F1} ms  error {result.Error:E1}  sum {result.ErrorOfSum:E1}  with feedback {result.ErrorOfSumWithFeedback:E1}"));
        }
    }
}
