using BlockAssist.Game.Sessions;
using BlockAssist.Game.Shelves;
using BlockAssist.Game.Tests.Sessions;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Shelves;

public sealed class RecordedEpisodeTests : IDisposable
{
    private static readonly BlockPos Cell = new(4, SiteGround.Surface, 4);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_tells_what_was_built_how_long_and_how_far()
    {
        Keep("one.bae", builds: true, finishes: true);

        var episode = RecordedEpisode.Read(_folder.File("one.bae"))!;

        Assert.Equal(("two blocks", TimeSpan.FromSeconds(5), 0.5), (episode.Goal, episode.Length, episode.Share));
        Assert.Equal((1, 1), (episode.Actions, episode.Edits));
        Assert.True(episode.CanGoOn);
        Assert.Null(episode.Damage);
    }

    [Fact]
    public void What_is_no_recording_is_none()
    {
        File.WriteAllText(_folder.File("letter.bae"), "Dear all");

        Assert.Null(RecordedEpisode.Read(_folder.File("letter.bae")));
        Assert.Null(RecordedEpisode.Read(_folder.File("nothing.bae")));
        Assert.Empty(RecordedEpisode.FilesOf(_folder.File("nowhere")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_last_session_in_which_something_stands_can_be_gone_on_with(bool finishes)
    {
        Keep("1.bae", builds: true, finishes);
        Keep("2.bae", builds: false, finishes);

        Assert.Equal(_folder.File("1.bae"), UnfinishedSession.Find(_folder.Path)?.Path);
    }

    [Fact]
    public void What_another_session_goes_on_from_is_not_gone_on_with_again()
    {
        Keep("1.bae", builds: true, finishes: true);
        using (var next = BuildSession.Resume(SomeSession.Land(), SomeSession.Frame, CutOffSession.Open(_folder.File("1.bae")), _folder.File("2.bae"), null))
        {
            Assert.Null(next.PlaceAt(Cell + new BlockPos(1, 0, 0), Block.Wool));
            next.Finish();
        }

        Later("2.bae");

        Assert.Null(UnfinishedSession.Find(_folder.Path));
    }

    [Fact]
    public void A_recording_from_elsewhere_is_not_gone_on_with()
    {
        Keep("1.bae", builds: true, finishes: true, source: "somebody");

        Assert.Null(UnfinishedSession.Find(_folder.Path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_recording_that_does_not_come_out_as_recorded_is_not_gone_on_with(bool differs)
    {
        var file = _folder.File("1.bae");
        var header = new SessionOptions { Path = file, Goal = TwoBlocks(), Properties = new Dictionary<string, string> { ["source"] = "play" } }.ToHeader();
        var site = header.CreateSite();
        using (var writer = EpisodeWriter.Create(file, header, site))
        {
            Place(site, Cell);
            writer.Step(100, [BuilderAction.Place(site.Size.CellAt(Cell), Block.Wool)], [ActionOrigin.Decision]);
            if (differs)
            {
                Place(site, Cell + new BlockPos(0, 0, 1));
            }

            writer.Complete(EndReason.Stopped);
        }

        Assert.Equal(differs, RecordedEpisode.Read(file)!.Damage is not null);
        Assert.Equal(differs, UnfinishedSession.Find(_folder.Path) is null);
        Assert.Equal(differs, Record.Exception(() => CutOffSession.Open(file)) is EpisodeFormatException);
    }

    private static BlockGrid TwoBlocks()
    {
        var goal = SiteGround.Reset(SomeSession.SiteSize);
        (goal[Cell], goal[Cell + new BlockPos(1, 0, 0)]) = (Block.Wool, Block.Wool);
        return goal;
    }

    private static void Place(BuildSite site, BlockPos cell) => site.Step([BuilderAction.Place(site.Size.CellAt(cell), Block.Wool)], new Deed[1]);

    private void Keep(string name, bool builds, bool finishes, string source = "play")
    {
        using var session = BuildSession.Start(SomeSession.Land(), SomeSession.Frame, new SessionOptions
        {
            Path = _folder.File(name),
            Goal = TwoBlocks(),
            GoalName = "two blocks",
            Properties = new Dictionary<string, string> { ["source"] = source },
        });
        if (builds)
        {
            Assert.Null(session.PlaceAt(Cell, Block.Wool));
        }

        session.Advance(5000);
        if (finishes)
        {
            session.Finish();
        }

        session.Dispose();
        Later(name);
    }

    // Files that are written within a tick of the disk's clock would be equally new.
    private void Later(string name) => File.SetLastWriteTimeUtc(_folder.File(name), DateTime.UnixEpoch.AddHours(1 + Directory.GetFiles(_folder.Path).Length));
}
