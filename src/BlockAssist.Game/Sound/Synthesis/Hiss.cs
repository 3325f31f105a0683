namespace BlockAssist.Game.Sound.Synthesis;

/// <summary>A burst of noise of some colour.</summary>
/// <param name="Frequency">The middle of its band, in hertz.</param>
/// <param name="Loudness">How loud it is.</param>
/// <param name="Decay">After how many seconds it is down to a third.</param>
internal readonly record struct Hiss(double Frequency, double Loudness, double Decay)
{
    /// <summary>When it begins, in seconds.</summary>
    public double Start { get; init; }

    /// <summary>How long it swells, in seconds.</summary>
    public double Attack { get; init; } = 0.002;

    /// <summary>How narrow its band is.</summary>
    public double Sharpness { get; init; } = 0.7;
}
