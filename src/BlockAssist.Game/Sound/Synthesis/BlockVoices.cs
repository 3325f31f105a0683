namespace BlockAssist.Game.Sound.Synthesis;

/// <summary>What blocks sound like: each family is struck, breaks into crumbs, and is walked on.</summary>
internal static class BlockVoices
{
    /// <summary>A block is put down.</summary>
    public static SoundClip Place(MaterialFamily family, ulong seed)
    {
        var sketch = new SoundSketch(LengthOf(family, 0.18), seed);
        Strike(sketch, family, sketch.Between(0.94, 1.07), 1);
        return sketch.Finish();
    }

    /// <summary>A block falls to crumbs.</summary>
    public static SoundClip Break(MaterialFamily family, ulong seed)
    {
        var sketch = new SoundSketch(LengthOf(family, 0.36), seed);
        Strike(sketch, family, sketch.Between(0.76, 0.86), 0.9);
        Crumble(sketch, family, crumbs: 9, until: 0.2, loudness: 0.55);
        return sketch.Finish();
    }

    /// <summary>A foot is put on it.</summary>
    public static SoundClip Step(MaterialFamily family, ulong seed)
    {
        var sketch = new SoundSketch(0.15, seed);
        sketch.Add(new Tone(sketch.Between(80, 95), 0.5, 0.02) { Fall = 0.7 });
        sketch.Add(new Hiss(0.6 * BandOf(family), 0.8, 0.025) { Attack = 0.004 });
        Crumble(sketch, family, crumbs: 4, until: 0.06, loudness: 0.35);
        return sketch.Finish();
    }

    private static double LengthOf(MaterialFamily family, double usual) => family == MaterialFamily.Glass ? usual + 0.2 : usual;

    // Where most of a family's noise is, in hertz.
    private static double BandOf(MaterialFamily family) => family switch
    {
        MaterialFamily.Stone => 1100,
        MaterialFamily.Wood => 800,
        MaterialFamily.Earth => 480,
        MaterialFamily.Glass => 5200,
        MaterialFamily.Cloth => 330,
        _ => 2900,
    };

    private static void Strike(SoundSketch sketch, MaterialFamily family, double pitch, double loudness)
    {
        switch (family)
        {
            case MaterialFamily.Stone:
                sketch.Add(new Tone(185 * pitch, 0.8 * loudness, 0.035) { Fall = 0.6 });
                sketch.Add(new Hiss(1100 * pitch, 0.9 * loudness, 0.022));
                sketch.Add(new Hiss(3600 * pitch, 0.35 * loudness, 0.008));
                break;
            case MaterialFamily.Wood:
                Ring(sketch, 235 * pitch, 0.8 * loudness, 0.045, [1, 2.43, 4.1]);
                sketch.Add(new Hiss(1500 * pitch, 0.45 * loudness, 0.010));
                break;
            case MaterialFamily.Earth:
                sketch.Add(new Tone(105 * pitch, 0.7 * loudness, 0.030) { Fall = 0.6 });
                sketch.Add(new Hiss(480 * pitch, 0.9 * loudness, 0.035) { Attack = 0.005 });
                Crumble(sketch, family, crumbs: 4, until: 0.06, loudness: 0.3 * loudness);
                break;
            case MaterialFamily.Glass:
                Ring(sketch, 1720 * pitch, 0.4 * loudness, 0.075, [1, 1.51, 2.76]);
                sketch.Add(new Tone(240 * pitch, 0.45 * loudness, 0.02));
                sketch.Add(new Hiss(5200, 0.2 * loudness, 0.006));
                break;
            case MaterialFamily.Cloth:
                sketch.Add(new Tone(90 * pitch, 0.5 * loudness, 0.035) { Attack = 0.006, Fall = 0.7 });
                sketch.Add(new Hiss(330 * pitch, 1.0 * loudness, 0.045) { Attack = 0.010 });
                break;
            default:
                sketch.Add(new Hiss(1900 * pitch, 0.5 * loudness, 0.04) { Attack = 0.008 });
                Crumble(sketch, family, crumbs: 7, until: 0.11, loudness: 0.5 * loudness);
                break;
        }
    }

    private static void Ring(SoundSketch sketch, double frequency, double loudness, double decay, ReadOnlySpan<double> partials)
    {
        foreach (var partial in partials)
        {
            sketch.Add(new Tone(frequency * partial, loudness / partial, decay / Math.Sqrt(partial)));
        }
    }

    private static void Crumble(SoundSketch sketch, MaterialFamily family, int crumbs, double until, double loudness)
    {
        for (var crumb = 0; crumb < crumbs; crumb++)
        {
            // Thick at first, then ever fewer and quieter.
            var start = until * sketch.Between(0, 1) * sketch.Between(0.2, 1);
            var strength = loudness * (1 - (0.6 * start / until)) * sketch.Between(0.5, 1);
            var pitch = sketch.Between(0.8, 1.5);
            if (family == MaterialFamily.Glass)
            {
                sketch.Add(new Tone(1900 * pitch * sketch.Between(0.9, 1.9), 0.45 * strength, 0.045) { Start = start });
            }
            else if (family == MaterialFamily.Wood)
            {
                sketch.Add(new Tone(310 * pitch, 0.9 * strength, 0.018) { Start = start });
            }

            sketch.Add(new Hiss(BandOf(family) * pitch, strength, 0.010) { Start = start, Sharpness = 1.2 });
        }
    }
}
