using System.Text;
using BlockAssist.Cli.Doctor;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Settings;
using BlockAssist.Learner.Inference;

namespace BlockAssist.Cli.Tests.Doctor;

public sealed class FindingTests
{
    [Theory]
    [InlineData("10.0.401", Health.Ok)]
    [InlineData("10.0.500-preview.2", Health.Ok)]
    [InlineData("11.0.100", Health.Ok)]
    [InlineData("10.0.102", Health.Warning)]
    [InlineData("not a version", Health.Warning)]
    internal void The_newest_sdk_counts(string installed, Health expected) =>
        Assert.Equal(expected, DotnetChecks.Sdk(["8.0.100", installed]).State);

    [Fact]
    public void Without_an_sdk_the_program_runs_but_is_not_built() =>
        Assert.Equal((Health.Warning, "none"), (DotnetChecks.Sdk([]).State, DotnetChecks.Sdk([]).Found));

    [Theory]
    [InlineData(1L << 29, Health.Warning)]
    [InlineData(8L << 30, Health.Ok)]
    internal void Learning_needs_memory(long bytes, Health expected) => Assert.Equal(expected, MachineChecks.Memory(bytes).State);

    [Fact]
    public void Without_torch_the_program_runs_but_does_not_learn()
    {
        Assert.Equal((Health.Ok, "TorchSharp 1.2.3"), Torch(null));
        Assert.Equal((Health.Warning, "no such library (DllNotFoundException)"), Torch("no such library (DllNotFoundException)"));

        static (Health State, string Found) Torch(string? fault)
        {
            var finding = LearnerChecks.Torch(("1.2.3", fault));
            return (finding.State, finding.Found);
        }
    }

    [Fact]
    public void One_provider_that_runs_models_is_enough_and_the_others_say_why_not()
    {
        ProviderAttempt[] attempts = [new(InferenceProvider.Cuda, "no card"), new(InferenceProvider.Cpu, null)];

        var finding = LearnerChecks.Inference(attempts);

        Assert.Equal((Health.Ok, "Cuda: no card; Cpu: accepted"), (finding.State, finding.Found));
        Assert.Equal(Health.Warning, LearnerChecks.Inference(attempts[..1]).State);
    }

    [Fact]
    public void One_core_is_few() => Assert.Equal((Health.Warning, Health.Ok), (MachineChecks.Cores(1).State, MachineChecks.Cores(2).State));

    [Fact]
    public void A_home_that_cannot_be_made_is_missing()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("file"), "in the way");

        Assert.Equal(Health.Missing, HomeChecks.Writable(folder.File("file/home")).State);
    }

    [Fact]
    public void A_home_that_can_be_written_is_left_empty()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(Health.Ok, HomeChecks.Writable(folder.File("home")).State);
        Assert.Empty(Directory.GetFileSystemEntries(folder.File("home")));
    }

    [Fact]
    public void The_disk_is_measured_also_where_the_home_is_not_yet()
    {
        using var folder = new TemporaryFolder();

        Assert.True(HomeChecks.FreeBytes(folder.File("not/yet")) > 0);
    }

    [Theory]
    [InlineData(null, Health.Warning)]
    [InlineData(1L << 20, Health.Warning)]
    [InlineData(8L << 30, Health.Ok)]
    internal void Episodes_need_room(long? free, Health expected) => Assert.Equal(expected, HomeChecks.Disk(free).State);

    [Fact]
    public void Text_should_be_utf8()
    {
        Assert.Equal(Health.Ok, ScreenChecks.Text(Encoding.UTF8, _ => null).State);
        Assert.Equal(Health.Warning, ScreenChecks.Text(Encoding.Latin1, _ => null).State);
    }

    [Theory]
    [InlineData(false, null, Health.Warning)]
    [InlineData(false, ":0", Health.Ok)]
    [InlineData(true, null, Health.Ok)]
    internal void A_window_needs_a_display(bool systemHasOne, string? display, Health expected) =>
        Assert.Equal(expected, ScreenChecks.Display(systemHasOne, name => name == "DISPLAY" ? display : null).State);

    [Fact]
    public void How_long_a_picture_takes_is_told_once_the_game_has_measured_it()
    {
        Assert.Contains("not measured yet", ScreenChecks.Picture(new VideoSettings()).Found, StringComparison.Ordinal);
        Assert.Equal(Finding.Ok("picture", "25 ms when first played; now drawn at 75 % sharpness"), ScreenChecks.Picture(new VideoSettings { PictureMilliseconds = 25, Sharpness = 0.75f }));
    }

    [Fact]
    public void Without_a_sound_card_the_game_can_be_played_and_the_doctor_says_why_it_is_silent()
    {
        var silent = ScreenChecks.Sound(() => throw new PlatformException("there is no device to play sound on"));

        Assert.Equal((Health.Warning, "there is no device to play sound on"), (silent.State, silent.Found));
        Assert.NotNull(silent.Mend);
        Assert.Equal(Finding.Ok("sound", "a card"), ScreenChecks.Sound(() => "a card"));
    }

    [Fact]
    public void A_program_is_found_in_the_search_path()
    {
        using var folder = new TemporaryFolder();
        var program = folder.File(OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg");
        File.WriteAllText(program, "");

        Assert.Equal(program, CompanionChecks.Find("ffmpeg", _ => $"/nowhere{Path.PathSeparator}{folder.Path}"));
        Assert.Null(CompanionChecks.Find("ffmpeg", _ => null));
    }

    [Fact]
    public void The_recorded_play_is_where_the_environment_says()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(Health.Ok, CompanionChecks.RecordedPlay(CompanionChecks.RecordedPlayFolder(_ => folder.Path)).State);
        Assert.Equal(Health.Warning, CompanionChecks.RecordedPlay(folder.File("absent")).State);
    }
}
