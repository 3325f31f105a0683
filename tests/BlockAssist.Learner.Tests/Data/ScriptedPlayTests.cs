using BlockAssist.Learner.Data;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Learner.Tests.Data;

public sealed class ScriptedPlayTests : IDisposable
{
    private const int Episodes = 3;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_trainings_may_make_up_the_same_play_at_once()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(Record)));

        Assert.Equal(made[0], made[1]);
        Assert.Equal(made[0].Order(StringComparer.Ordinal), Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal));
        Assert.All(made[0], path => Assert.Equal(0, EpisodeVerification.Verify(path).Mismatches));
    }

    [Fact]
    public void What_is_there_and_whole_is_not_made_again_and_the_rest_is()
    {
        var files = Record();
        var (kept, cut) = (File.GetLastWriteTimeUtc(files[0]), new FileInfo(files[1]).Length);
        using (var stream = File.OpenWrite(files[1]))
        {
            stream.SetLength(cut / 2);
        }

        Record();

        Assert.Equal(kept, File.GetLastWriteTimeUtc(files[0]));
        Assert.Equal(cut, new FileInfo(files[1]).Length);
    }

    private IReadOnlyList<string> Record() => new ScriptedPlay(1).Record(_folder.Path, Episodes, cancellation: TestContext.Current.CancellationToken);
}
