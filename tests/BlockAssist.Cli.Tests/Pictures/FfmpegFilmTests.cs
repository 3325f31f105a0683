using BlockAssist.Cli.Doctor;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Watching;

namespace BlockAssist.Cli.Tests.Pictures;

public sealed class FfmpegFilmTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Pictures_become_a_film_even_with_odd_edges()
    {
        var program = CompanionChecks.Find("ffmpeg", Environment.GetEnvironmentVariable);
        Assert.SkipWhen(program is null, "ffmpeg is not installed");
        var target = _folder.File("film.mp4");

        using (var film = new FfmpegFilm(program, target, (33, 17), 10))
        {
            for (var picture = 0; picture < 10; picture++)
            {
                film.Add(new byte[4 * 33 * 17]);
            }

            film.Finish();
        }

        Assert.Equal("ftyp"u8, File.ReadAllBytes(target).AsSpan(4, 4));
        Assert.Equal([target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_film_that_is_given_up_leaves_nothing_behind()
    {
        var program = CompanionChecks.Find("ffmpeg", Environment.GetEnvironmentVariable);
        Assert.SkipWhen(program is null, "ffmpeg is not installed");

        using (var film = new FfmpegFilm(program, _folder.File("film.mp4"), (32, 16), 10))
        {
            film.Add(new byte[4 * 32 * 16]);
        }

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void What_ffmpeg_says_is_passed_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script stands for ffmpeg");
        var program = _folder.File("ffmpeg");
        File.WriteAllText(program, "#!/bin/sh\necho 'Unknown encoder' >&2\nexit 1\n");
        MakeExecutable(program);
        using var film = new FfmpegFilm(program, _folder.File("film.mp4"), (32, 16), 10);

        var failure = Assert.Throws<ForeseenException>(film.Finish);

        Assert.Contains("Unknown encoder", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static void MakeExecutable(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
