using System.Diagnostics;
using System.Globalization;
using BlockAssist.Net.Merging;

namespace BlockAssist.Net.Tests.Merging;

/// <summary>How long many updates are looked at, beside comparing every weight of every two. Only when asked for.</summary>
public sealed class UpdateScreenFigures(ITestOutputHelper output)
{
    private const int Weights = 127_837;

    [Theory(Explicit = true)]
    [InlineData(200, true)]
    [InlineData(1000, false)]
    public void How_long_it_takes(int peers, bool naively)
    {
        ReadOnlyMemory<float>[] updates = [.. SomeUpdates.Honest(peers, SomeUpdates.Truth(Weights)).Select(update => update.Change)];
        var screen = new UpdateScreen(Weights);
        screen.Of(updates[..20]);

        var taken = SecondsOf(() => screen.Of(updates));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{peers} peers: {taken:0.000} s"));
        if (naively)
        {
            var naive = SecondsOf(() => NaiveScreen.CopiesAmong(updates, screen.CopyCosine));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"comparing every two: {naive:0.000} s, {naive / taken:0.0} times as long"));
        }
    }

    private static double SecondsOf(Action act)
    {
        var began = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
