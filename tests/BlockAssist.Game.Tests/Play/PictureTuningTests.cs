using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Play;
using BlockAssist.Game.Settings;
using BlockAssist.Game.Tests.Platform;

namespace BlockAssist.Game.Tests.Play;

/// <summary>How long a picture takes is measured once, and the world drawn as this machine can.</summary>
[Collection(DrawingInTurn.Name)]
public sealed class PictureTuningTests
{
    private readonly Toasts _toasts = new();
    private readonly LiveSettings _settings = new(null, new GameSettings());

    [Theory]
    [InlineData(4, 1, 0)]
    [InlineData(25, 0.75, 1)]
    [InlineData(80, 0.5, 1)]
    public void The_slower_the_machine_the_fewer_pixels(double milliseconds, float sharpness, int told)
    {
        Measure(milliseconds);

        Assert.Equal(sharpness, _settings.Current.Video.Sharpness);
        Assert.Equal(milliseconds, _settings.Current.Video.PictureMilliseconds, 0.01);
        Assert.Equal(told, _toasts.Waiting + _toasts.Shown);
    }

    [Fact]
    public void The_first_pictures_are_not_counted_and_a_few_slow_ones_change_nothing()
    {
        var tuning = new PictureTuning(_settings, _toasts);
        for (var picture = 0; picture < PictureTuning.WarmUp; picture++)
        {
            tuning.Note(500);
        }

        for (var picture = 0; picture < PictureTuning.Pictures; picture++)
        {
            Assert.True(tuning.IsDue);
            tuning.Note(picture % 3 == 0 ? 90 : 5);
        }

        Assert.False(tuning.IsDue);
        Assert.Equal(1, _settings.Current.Video.Sharpness);
    }

    [Fact]
    public void What_somebody_has_chosen_stays()
    {
        _settings.Change(all => all with { Video = all.Video with { Sharpness = 0.5f } });

        Measure(25);

        Assert.Equal(0.5f, _settings.Current.Video.Sharpness);
        Assert.Equal(0, _toasts.Waiting + _toasts.Shown);
    }

    [Fact]
    public void Who_puts_the_picture_back_to_usual_has_it_measured_again()
    {
        var tuning = Measure(80);
        _settings.Change(all => all with { Video = new VideoSettings() });

        Measure(5, tuning);

        Assert.Equal(1, _settings.Current.Video.Sharpness);
        Assert.Equal(5, _settings.Current.Video.PictureMilliseconds);
    }

    [Fact]
    public void A_session_measures_it_and_keeps_it()
    {
        using var some = new SomeClient(tunesPicture: true);
        some.Play();
        some.Until(() => some.Client.Settings.Current.Video.PictureMilliseconds > 0);

        var kept = new SettingsFile(some.Folder.File("settings.json")).Peek();

        Assert.Equal(some.Client.Settings.Current.Video, kept.Video);
    }

    private PictureTuning Measure(double milliseconds, PictureTuning? again = null)
    {
        var tuning = again ?? new PictureTuning(_settings, _toasts);
        for (var picture = 0; picture < PictureTuning.WarmUp + PictureTuning.Pictures; picture++)
        {
            tuning.Note(milliseconds);
        }

        return tuning;
    }
}
