using System.Buffers.Binary;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Tests.Pictures.Gif;
using BlockAssist.Game.Platform;

namespace BlockAssist.Cli.Tests.Commands;

public sealed class RenderCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_picture_has_the_size_that_was_asked_for()
    {
        DemandDrawing();
        var picture = _folder.File("a.png");

        var run = await CommandRun.Of("render", await Episode(), "--out", picture, "--size", "96x54", "--time", "3", "--json");

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var bytes = await File.ReadAllBytesAsync(picture, TestContext.Current.CancellationToken);
        Assert.Equal((96, 54), (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))));
        Assert.Equal((1, bytes.Length), (run.Json.GetProperty("frames").GetInt32(), run.Json.GetProperty("bytes").GetInt32()));
    }

    [Fact]
    public async Task A_film_shows_the_house_grow()
    {
        DemandDrawing();
        var film = _folder.File("a.gif");

        var run = await CommandRun.Of("render", await Episode(), "--out", film, "--size", "64x36", "--speed", "1000", "--fps", "5", "--camera", "still", "--json");

        Assert.Equal(ExitCode.Done, run.Code);
        var read = new GifReader(await File.ReadAllBytesAsync(film, TestContext.Current.CancellationToken));
        Assert.Equal((64, 36, run.Json.GetProperty("frames").GetInt32()), (read.Width, read.Height, read.Pictures.Count));
        Assert.NotEqual(read.Pictures[0].Pixels, read.Pictures[^1].Pixels);
        Assert.Equal(["a.gif", "e.bae"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Without_ffmpeg_an_mp4_is_refused_with_what_to_do()
    {
        var run = await CommandRun.Of("render", await Episode(), "--out", _folder.File("a.mp4"));

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("apt-get install -y ffmpeg", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("a.mp4")));
    }

    [Theory]
    [InlineData("a.webm", "orbit", ".gif")]
    [InlineData("a", "orbit", ".gif")]
    [InlineData("a.png", "follow-2", "--camera follow")]
    public async Task What_cannot_be_drawn_is_said_with_what_to_do(string target, string camera, string advice)
    {
        var run = await CommandRun.Of("render", await Episode(), "--out", _folder.File(target), "--camera", camera);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains(advice, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--size 12")]
    [InlineData("--size 9000x9000")]
    [InlineData("--speed 0")]
    [InlineData("--fps 1000")]
    [InlineData("--time -1")]
    [InlineData("--camera front")]
    public async Task A_word_that_makes_no_sense_is_a_usage_mistake(string words)
    {
        var run = await CommandRun.Of(["render", "e.bae", "--out", "a.png", .. words.Split(' ')]);

        Assert.Equal(ExitCode.Usage, run.Code);
    }

    [Theory]
    [InlineData("render FILE --out a.png")]
    [InlineData("watch FILE")]
    public async Task What_is_no_episode_is_told_in_one_line(string words)
    {
        await File.WriteAllTextAsync(_folder.File("text.bae"), "not an episode", TestContext.Current.CancellationToken);
        foreach (var file in (string[])[_folder.File("text.bae"), _folder.File("absent.bae"), _folder.Path])
        {
            var run = await CommandRun.Of([.. words.Split(' ').Select(word => word == "FILE" ? file : word)]);

            Assert.Equal(ExitCode.Failed, run.Code);
            Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    public void Dispose() => _folder.Dispose();

    private static void DemandDrawing()
    {
        try
        {
            OffscreenContext.Open(16, 16).Dispose();
        }
        catch (PlatformException missing)
        {
            Assert.Skip(missing.Message);
        }
    }

    private async Task<string> Episode()
    {
        var recordings = _folder.File("recordings");
        await CommandRun.Of("play", "--headless", "--seed", "3", "--out", recordings);
        var file = _folder.File("e.bae");
        File.Move(Assert.Single(Directory.GetFiles(recordings)), file);
        Directory.Delete(recordings);
        return file;
    }
}
