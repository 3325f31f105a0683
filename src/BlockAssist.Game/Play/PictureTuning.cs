using System.Globalization;
using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Settings;
using BlockAssist.Simulation.Measuring;

namespace BlockAssist.Game.Play;

/// <summary>Measures once, in the first pictures of play, how long one takes on this machine; where that is too long, the world has fewer pixels from then on.</summary>
/// <param name="settings">Keep what was measured, and how sharp the world is drawn.</param>
/// <param name="toasts">Tell if something was changed.</param>
internal sealed class PictureTuning(LiveSettings settings, Toasts toasts)
{
    /// <summary>How many pictures are not measured: of a world that is still being made.</summary>
    public const int WarmUp = 60;

    /// <summary>How many are.</summary>
    public const int Pictures = 120;

    // Milliseconds a picture. Sixty a second have 16.7; a little more is not seen.
    private const double Fair = 20;
    private const double Slow = 30;

    private readonly double[] _milliseconds = new double[Pictures];
    private int _seen;

    /// <summary>Whether it was never measured.</summary>
    public bool IsDue => settings.Current.Video.PictureMilliseconds == 0;

    /// <summary>Notes a picture of play.</summary>
    /// <param name="milliseconds">How long it took, until it was drawn.</param>
    public void Note(double milliseconds)
    {
        var measured = _seen++ - WarmUp;
        if (measured < 0)
        {
            return;
        }

        _milliseconds[measured] = milliseconds;
        if (measured == Pictures - 1)
        {
            _seen = 0;
            Decide(Percentiles.Of(_milliseconds).P50);
        }
    }

    private void Decide(double milliseconds)
    {
        var sharpness = milliseconds <= Fair ? 1 : milliseconds <= Slow ? 0.75f : VideoSettings.CoarsestPicture;
        var isLower = sharpness < settings.Current.Video.Sharpness;
        settings.Change(all => all with
        {
            Video = all.Video with { PictureMilliseconds = (float)milliseconds, Sharpness = isLower ? sharpness : all.Video.Sharpness },
        });
        if (isLower)
        {
            toasts.Show(string.Create(CultureInfo.InvariantCulture, $"A picture takes this machine {milliseconds:F0} ms, so the world is drawn at {100 * sharpness:F0} % sharpness. The settings can change that."), ToastKind.Note);
        }
    }
}
