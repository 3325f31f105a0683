using System.Diagnostics;
using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Tests.Views;

public sealed class EncodingCostTests(ITestOutputHelper output)
{
    [Fact]
    public void A_turn_is_shown_without_allocating()
    {
        const int Turns = 500;
        var scene = Scene.Of(1);
        var (site, memory, encoder, batch) = (scene.Site(), scene.Memory(), new ViewEncoder(), new ViewBatch(1));
        Show(100);

        var started = Stopwatch.GetTimestamp();
        Show(Turns);
        output.WriteLine($"{Turns / Stopwatch.GetElapsedTime(started).TotalSeconds:F0} turns a second");

        Assert.Equal(0, Garbage.Of(() => Show(Turns)));

        void Show(int turns)
        {
            for (var turn = 0; turn < turns; turn++)
            {
                var (feet, action) = scene.History[turn % scene.History.Count];
                encoder.Encode(site.Observe(scene.Builder), memory, new Symmetry(turn % Symmetry.Count), batch[0]);
                memory.Note(feet, action);
            }
        }
    }
}
