using BlockAssist.Net.Clips;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Simulation.Episodes.Clips;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Tests.Clips;

public sealed class OwnClipsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _shared = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_best_clips_of_shared_sessions_come_first_and_each_until_it_was_offered()
    {
        _shared.AddRange(SomeSession.Record(_folder.File("a.bae"), 1), SomeSession.Record(_folder.File("b.bae"), 2));
        var all = Own().ToOffer(CancellationToken.None);
        double[] progress = [.. all.Select(clip => ClipWorth.Of(clip)!.Progress)];

        Assert.InRange(all.Count, 2, ClipLimits.MostOfPeer);
        Assert.Equal(progress.OrderDescending(), progress);
        Assert.All(progress, one => Assert.InRange(one, 1e-6, 1));

        // As who has offered the best, and comes back.
        File.Delete(all[0]);
        Assert.Equal(all.Skip(1), Own().ToOffer(CancellationToken.None));
    }

    [Fact]
    public void What_is_not_shared_any_more_is_not_offered()
    {
        _shared.AddRange(SomeSession.Record(_folder.File("a.bae"), 1), SomeSession.Record(_folder.File("b.bae"), 2));
        var own = Own();
        var both = own.ToOffer(CancellationToken.None).Count;
        var first = _shared[0];
        _shared.RemoveAt(0);

        var left = own.ToOffer(CancellationToken.None);

        Assert.InRange(left.Count, 1, both - 1);
        Assert.All(left, clip => Assert.NotEqual(ContentHash.OfFile(first), Path.GetFileName(Path.GetDirectoryName(clip))));
    }

    [Fact]
    public void A_session_that_is_not_over_is_damaged_gone_or_none_brings_no_clips()
    {
        var whole = File.ReadAllBytes(SomeSession.Record(_folder.File("a.bae"), 1));
        File.WriteAllBytes(_folder.File("begun.bae"), whole[..(whole.Length / 2)]);
        File.WriteAllBytes(_folder.File("none.bae"), [1, 2, 3]);
        whole[whole.Length / 2] ^= 1;
        File.WriteAllBytes(_folder.File("damaged.bae"), whole);
        _shared.AddRange(_folder.File("begun.bae"), _folder.File("none.bae"), _folder.File("damaged.bae"), _folder.File("gone.bae"));

        Assert.Empty(Own().ToOffer(CancellationToken.None));
    }

    [Fact]
    public void Who_is_killed_while_it_cuts_cuts_again()
    {
        _shared.Add(SomeSession.Record(_folder.File("a.bae"), 1));
        var half = Directory.CreateDirectory(_folder.File("own/cutting")).FullName;
        File.WriteAllText(Path.Combine(half, "a-000000.bae"), "half");

        var clips = Own().ToOffer(CancellationToken.None);

        Assert.NotEmpty(clips);
        Assert.All(clips, clip => Assert.NotNull(ClipWorth.Of(clip)));
    }

    private OwnClips Own() => new(_folder.File("own"), () => _shared);
}
