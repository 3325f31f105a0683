namespace BlockAssist.Game.Sound;

/// <summary>A short sound: one channel of samples, from −32768 to 32767.</summary>
/// <param name="Samples">The samples.</param>
public sealed record SoundClip(ReadOnlyMemory<short> Samples)
{
    /// <summary>How many samples there are a second.</summary>
    public const int Rate = 44100;

    /// <summary>How long it is, in seconds.</summary>
    public double Seconds => Samples.Length / (double)Rate;
}
