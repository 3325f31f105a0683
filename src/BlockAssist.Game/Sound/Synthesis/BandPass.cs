namespace BlockAssist.Game.Sound.Synthesis;

/// <summary>Lets a band of frequencies through: the band-pass of constant peak of Robert Bristow-Johnson's "Audio EQ Cookbook".</summary>
internal struct BandPass
{
    private readonly double _b;
    private readonly double _a1;
    private readonly double _a2;
    private double _x1;
    private double _x2;
    private double _y1;
    private double _y2;

    /// <summary>A band.</summary>
    /// <param name="frequency">Its middle, in hertz.</param>
    /// <param name="sharpness">Its middle over its width.</param>
    public BandPass(double frequency, double sharpness)
    {
        var turn = Math.Tau * frequency / SoundClip.Rate;
        var alpha = Math.Sin(turn) / (2 * sharpness);
        (_b, _a1, _a2) = (alpha / (1 + alpha), -2 * Math.Cos(turn) / (1 + alpha), (1 - alpha) / (1 + alpha));
    }

    /// <summary>The next sample.</summary>
    public double Next(double sample)
    {
        var result = (_b * (sample - _x2)) - (_a1 * _y1) - (_a2 * _y2);
        (_x2, _x1, _y2, _y1) = (_x1, sample, _y1, result);
        return result;
    }
}
