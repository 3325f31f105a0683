using BlockAssist.Fuzzing.Engine;

namespace BlockAssist.Fuzzing.Tests;

public sealed class KeptRunTests : IDisposable
{
    private static readonly Finding Wrong = new(FindingKind.Exception, "SomeException in some place", "all of it");

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_later_run_goes_on_from_what_was_kept()
    {
        var kept = new KeptRun(_folder.Path, "some");
        kept.Keep([1, 2, 3]);
        kept.Keep(Wrong, [4]);
        kept.Tell(kept.Progress with { Inputs = 100 });

        var later = new KeptRun(_folder.Path, "some");

        Assert.Equal([1, 2, 3], Assert.Single(later.Inputs()));
        Assert.True(later.IsKnown(Wrong));
        Assert.False(later.IsKnown(Wrong with { Signature = "another" }));
        Assert.Equal((100, 1), (later.Progress.Inputs, later.Progress.Findings));
    }

    [Fact]
    public void How_far_targets_are_is_noted_beside_their_inputs_and_of_others_it_stays()
    {
        FuzzCorpus.Note(_folder.Path, [new FuzzProgress("b") { Inputs = 1 }, new FuzzProgress("a") { Inputs = 2 }]);

        FuzzCorpus.Note(_folder.Path, [new FuzzProgress("b") { Inputs = 30 }]);

        Assert.Equal([new FuzzProgress("a") { Inputs = 2 }, new FuzzProgress("b") { Inputs = 30 }], FuzzCorpus.NotedIn(_folder.Path));
    }

    [Fact]
    public void What_a_process_died_of_is_known_afterwards()
    {
        var path = _folder.File("last");
        Assert.Null(LastInput.Read(path));
        using (var last = new LastInput(path, 100))
        {
            Assert.Null(LastInput.Read(path));
            last.Note([1, 2, 3]);
            last.Note([5]);
            Assert.Equal([5], LastInput.Read(path));
            last.Clear();
        }

        Assert.Null(LastInput.Read(path));
    }

    public void Dispose() => _folder.Dispose();
}
