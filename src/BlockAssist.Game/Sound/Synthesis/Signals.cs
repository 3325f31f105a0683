namespace BlockAssist.Game.Sound.Synthesis;

/// <summary>What the game says by sound: in one key, C, on one instrument, like small wooden bars.</summary>
internal static class Signals
{
    private const double C5 = 523.25;
    private const double Semitone = 1.0594630943592953;

    /// <summary>Rings along with what the assistant does: one of a few notes that go with each other.</summary>
    public static SoundClip Chime(int variant)
    {
        ReadOnlySpan<int> notes = [7, 9, 12, 4];
        var sketch = new SoundSketch(0.4, 1);
        AddBar(sketch, notes[variant % notes.Length] + 12, 0, 0.09);
        return sketch.Finish();
    }

    /// <summary>Two low notes, down: no, but kindly.</summary>
    public static SoundClip Refusal()
    {
        var sketch = new SoundSketch(0.32, 1);
        AddBar(sketch, -15, 0, 0.05);
        AddBar(sketch, -19, 0.085, 0.07);
        return sketch.Finish();
    }

    /// <summary>Up a chord and home.</summary>
    public static SoundClip Completion()
    {
        var sketch = new SoundSketch(2.2, 1);
        ReadOnlySpan<int> run = [0, 4, 7, 12, 7, 12, 16];
        for (var note = 0; note < run.Length; note++)
        {
            AddBar(sketch, run[note], 0.11 * note, 0.22);
        }

        foreach (var note in (ReadOnlySpan<int>)[-12, 0, 4, 7, 12])
        {
            AddBar(sketch, note, 0.88, 0.45);
        }

        return sketch.Finish();
    }

    /// <summary>A button.</summary>
    public static SoundClip Click()
    {
        var sketch = new SoundSketch(0.06, 1);
        sketch.Add(new Tone(1250, 0.8, 0.006) { Attack = 0.0008 });
        sketch.Add(new Hiss(2600, 0.3, 0.003) { Attack = 0.0008 });
        return sketch.Finish();
    }

    // The partials of a bar that is tuned as those of a marimba: the second two octaves up.
    private static void AddBar(SoundSketch sketch, int semitones, double start, double decay)
    {
        var frequency = C5 * Math.Pow(Semitone, semitones);
        sketch.Add(new Tone(frequency, 0.8, decay) { Start = start, Attack = 0.004 });
        sketch.Add(new Tone(4 * frequency, 0.18, 0.35 * decay) { Start = start, Attack = 0.003 });
        sketch.Add(new Tone(9.2 * frequency, 0.04, 0.12 * decay) { Start = start, Attack = 0.002 });
    }
}
