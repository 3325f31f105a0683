using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Episodes;

public sealed class EpisodeWriterTests : IDisposable
{
    private readonly EpisodeHeader _header = new()
    {
        Options = new SiteOptions(),
        Goal = new BlockGrid(new SiteOptions().Size),
        Builders = [new EpisodeBuilder(BuilderRole.Scripted, "somebody")],
    };

    private readonly MemoryStream _file = new();

    [Fact]
    public void A_step_waits_for_at_most_a_second_even_if_nothing_follows()
    {
        using var writer = new EpisodeWriter(_file, _header, _header.CreateSite());
        writer.Step(1500, [BuilderAction.Noop], [ActionOrigin.Decision]);
        writer.Step(1600, [BuilderAction.Noop], [ActionOrigin.Decision]);

        writer.Pass(2400);
        Assert.Equal(1, CountSteps());
        writer.Pass(2600);
        Assert.Equal(2, CountSteps());
    }

    [Fact]
    public void What_was_flushed_can_be_read_while_the_recording_goes_on()
    {
        using var writer = new EpisodeWriter(_file, _header, _header.CreateSite());
        writer.Step(10, [BuilderAction.Noop], [ActionOrigin.Decision]);

        writer.Flush();

        Assert.Equal(1, CountSteps());
    }

    [Fact]
    public void An_existing_file_is_never_overwritten()
    {
        var path = Path.GetTempFileName();

        try
        {
            Assert.Throws<IOException>(() => EpisodeWriter.Create(path, _header, _header.CreateSite()));
            Assert.True(File.Exists(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_site_in_another_state_than_the_header_says_is_refused()
    {
        var site = _header.CreateSite();
        site.Step([BuilderAction.Noop], new Deed[1]);

        Assert.Throws<ArgumentException>(() => new EpisodeWriter(_file, _header, site));
    }

    [Fact]
    public void Who_did_not_choose_cannot_have_acted()
    {
        using var writer = new EpisodeWriter(_file, _header, _header.CreateSite());

        Assert.Throws<ArgumentException>(() => writer.Step(0, [BuilderAction.Break(3)], [ActionOrigin.Padding]));
    }

    [Fact]
    public void Nothing_follows_the_end()
    {
        using var writer = new EpisodeWriter(_file, _header, _header.CreateSite());
        writer.Complete(EndReason.Horizon);

        Assert.Throws<ObjectDisposedException>(() => writer.Step(0, [BuilderAction.Noop], [ActionOrigin.Absent]));
    }

    public void Dispose() => _file.Dispose();

    private int CountSteps()
    {
        var reader = new EpisodeReader(_file.ToArray(), "test");
        while (reader.Read() != EpisodeEntry.None)
        {
        }

        Assert.Empty(reader.Damages);
        return reader.Steps;
    }
}
