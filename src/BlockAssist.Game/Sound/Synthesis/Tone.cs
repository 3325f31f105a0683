namespace BlockAssist.Game.Sound.Synthesis;

/// <summary>A sine that dies away, as of something that was struck.</summary>
/// <param name="Frequency">In hertz.</param>
/// <param name="Loudness">How loud it is.</param>
/// <param name="Decay">After how many seconds it is down to a third.</param>
internal readonly record struct Tone(double Frequency, double Loudness, double Decay)
{
    /// <summary>When it begins, in seconds.</summary>
    public double Start { get; init; }

    /// <summary>How long it swells, in seconds.</summary>
    public double Attack { get; init; } = 0.0015;

    /// <summary>How much of its pitch is left when it is down to a third; 1 for all.</summary>
    public double Fall { get; init; } = 1;
}
