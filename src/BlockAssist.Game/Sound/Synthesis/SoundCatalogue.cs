namespace BlockAssist.Game.Sound.Synthesis;

/// <summary>Which sounds there are, each in how many variants, and how they are made: always the same way.</summary>
internal static class SoundCatalogue
{
    /// <summary>How many sounds there are, variants not counted.</summary>
    public const int Count = (KindsByFamily * MaterialFamilies.Count) + (int)SoundKind.Click - (int)SoundKind.Step;

    private const int KindsByFamily = (int)SoundKind.Step + 1;
    private const int Variants = 4;

    /// <summary>The number of a sound.</summary>
    public static int EntryOf(SoundKind kind, MaterialFamily family) =>
        kind <= SoundKind.Step ? ((int)kind * MaterialFamilies.Count) + (int)family : (KindsByFamily * MaterialFamilies.Count) + (kind - SoundKind.Chime);

    /// <summary>How many variants a sound has: what is told by sound is always the same, what happens never is.</summary>
    public static int VariantsOf(int entry) => KindOf(entry) is SoundKind.Completion or SoundKind.Refusal or SoundKind.Click ? 1 : Variants;

    /// <summary>How loud a sound is beside the others.</summary>
    public static float GainOf(SoundKind kind) => kind switch
    {
        SoundKind.Place => 0.75f,
        SoundKind.Break => 0.85f,
        SoundKind.Step => 0.35f,
        SoundKind.Chime => 0.16f,
        SoundKind.Refusal => 0.45f,
        SoundKind.Completion => 0.7f,
        _ => 0.4f,
    };

    /// <summary>Makes a variant of a sound.</summary>
    public static SoundClip Make(int entry, int variant)
    {
        var (kind, family) = (KindOf(entry), (MaterialFamily)(entry % MaterialFamilies.Count));
        var seed = ((ulong)entry * 64) + (ulong)variant + 1;
        return kind switch
        {
            SoundKind.Place => BlockVoices.Place(family, seed),
            SoundKind.Break => BlockVoices.Break(family, seed),
            SoundKind.Step => BlockVoices.Step(family, seed),
            SoundKind.Chime => Signals.Chime(variant),
            SoundKind.Refusal => Signals.Refusal(),
            SoundKind.Completion => Signals.Completion(),
            _ => Signals.Click(),
        };
    }

    private static SoundKind KindOf(int entry) =>
        entry < KindsByFamily * MaterialFamilies.Count ? (SoundKind)(entry / MaterialFamilies.Count) : SoundKind.Chime + (entry - (KindsByFamily * MaterialFamilies.Count));
}
