using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sound.Synthesis;

/// <summary>A sound in the making: tones and noise are added up, then made into a clip.</summary>
internal sealed class SoundSketch(double seconds, ulong seed)
{
    private const double Peak = 0.85;
    private const double FadeSeconds = 0.012;

    private readonly double[] _samples = new double[(int)(seconds * SoundClip.Rate)];
    private readonly SeededRandom _random = new(seed);

    /// <summary>A number between two, that the seed decides.</summary>
    public double Between(double least, double most) => least + ((most - least) * _random.NextDouble());

    /// <summary>Adds a tone.</summary>
    public void Add(in Tone tone)
    {
        var phase = 0.0;
        for (var i = (int)(tone.Start * SoundClip.Rate); i < _samples.Length; i++)
        {
            var age = (i / (double)SoundClip.Rate) - tone.Start;
            _samples[i] += tone.Loudness * Math.Sin(phase) * Strength(age, tone.Attack, tone.Decay);
            var pitch = tone.Frequency * (tone.Fall + ((1 - tone.Fall) * Math.Exp(-age / tone.Decay)));
            phase += Math.Tau * pitch / SoundClip.Rate;
        }
    }

    /// <summary>Adds a burst of noise.</summary>
    public void Add(in Hiss hiss)
    {
        // Twice, so that what is muffled is.
        var (band, again) = (new BandPass(hiss.Frequency, hiss.Sharpness), new BandPass(hiss.Frequency, hiss.Sharpness));
        for (var i = (int)(hiss.Start * SoundClip.Rate); i < _samples.Length; i++)
        {
            var age = (i / (double)SoundClip.Rate) - hiss.Start;
            _samples[i] += hiss.Loudness * again.Next(band.Next(Between(-2, 2))) * Strength(age, hiss.Attack, hiss.Decay);
        }
    }

    /// <summary>Makes the clip: without a standing offset, faded out at its end, as loud as all others.</summary>
    public SoundClip Finish()
    {
        Centre();
        FadeOut();
        var loudest = _samples.Max(Math.Abs);
        return new SoundClip(Array.ConvertAll(_samples, sample => (short)(sample / loudest * Peak * short.MaxValue)));
    }

    private static double Strength(double age, double attack, double decay) => Math.Min(1, age / attack) * Math.Exp(-age / decay);

    // What does not swing around zero would knock at the end.
    private void Centre()
    {
        var (before, after) = (0.0, 0.0);
        foreach (ref var sample in _samples.AsSpan())
        {
            after = sample - before + (0.997 * after);
            (before, sample) = (sample, after);
        }
    }

    private void FadeOut()
    {
        var length = Math.Min(_samples.Length, (int)(FadeSeconds * SoundClip.Rate));
        for (var left = 0; left < length; left++)
        {
            _samples[^(left + 1)] *= left / (double)length;
        }
    }
}
