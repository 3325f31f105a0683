using System.Numerics;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Sound.Synthesis;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sound;

/// <summary>All sounds of the game, ready to be played; silence where there is nothing to play them on.</summary>
/// <remarks>No variant of a sound is played twice in a row. Playing allocates nothing. Belongs to one thread.</remarks>
public sealed class GameSounds : IDisposable
{
    // Two steps on the same stone never sound quite the same.
    private const float PitchSpread = 0.04f;

    private readonly ISoundOutput? _output;
    private readonly SeededRandom _random = new(1);
    private readonly int[] _first = new int[SoundCatalogue.Count];
    private readonly int[] _last = new int[SoundCatalogue.Count];

    /// <summary>Makes the sounds.</summary>
    /// <param name="output">What plays them, closed with them; null for silence.</param>
    public GameSounds(ISoundOutput? output)
    {
        _output = output;
        for (var entry = 0; output is not null && entry < SoundCatalogue.Count; entry++)
        {
            _first[entry] = output.Load(SoundCatalogue.Make(entry, variant: 0));
            for (var variant = 1; variant < SoundCatalogue.VariantsOf(entry); variant++)
            {
                _ = output.Load(SoundCatalogue.Make(entry, variant));
            }
        }
    }

    /// <summary>Why nothing is heard, in one line; null if something is.</summary>
    public string? Absence { get; private init; }

    /// <summary>How loud things are.</summary>
    public SoundVolumes Volumes { get; set; } = SoundVolumes.Usual;

    /// <summary>Makes the sounds for the system's usual device; without one there is silence, and <see cref="Absence"/> says why.</summary>
    public static GameSounds Open()
    {
        try
        {
            return new GameSounds(OpenAlOutput.Open());
        }
        catch (PlatformException fault)
        {
            return new GameSounds(null) { Absence = fault.Message };
        }
    }

    /// <summary>Moves the ears to where somebody looks from.</summary>
    /// <param name="eyes">Where that is, in the world.</param>
    /// <param name="direction">Where to; of length 1.</param>
    public void Listen(Vector3 eyes, Vector3 direction)
    {
        var right = Vector3.Cross(direction, Vector3.UnitY);
        var up = right.LengthSquared() < 1e-6f ? Vector3.UnitZ : Vector3.Normalize(Vector3.Cross(right, direction));
        _output?.Listen(eyes, direction, up);
    }

    /// <summary>Plays what the game says itself.</summary>
    public void Play(SoundKind kind) => Play(SoundCatalogue.EntryOf(kind, default), SoundChannel.Jingles, new SoundCue(null, SoundCatalogue.GainOf(kind)), pitchSpread: 0);

    /// <summary>Plays a sound of the world.</summary>
    /// <param name="kind">What.</param>
    /// <param name="material">On which material.</param>
    /// <param name="channel">Whose volume it has.</param>
    /// <param name="cue">How; its gain and pitch are multiplied with those of the sound.</param>
    public void Play(SoundKind kind, Material material, SoundChannel channel, in SoundCue cue) =>
        Play(SoundCatalogue.EntryOf(kind, MaterialFamilies.Of(material)), channel, cue with { Gain = cue.Gain * SoundCatalogue.GainOf(kind) }, PitchSpread);

    /// <inheritdoc/>
    public void Dispose() => _output?.Dispose();

    private void Play(int entry, SoundChannel channel, in SoundCue cue, float pitchSpread)
    {
        var gain = cue.Gain * Volumes.Of(channel);
        if (_output is null || gain <= 0)
        {
            return;
        }

        var pitch = 1 + (pitchSpread * (float)((2 * _random.NextDouble()) - 1));
        _output.Play(_first[entry] + NextVariant(entry), cue with { Gain = gain, Pitch = cue.Pitch * pitch });
    }

    private int NextVariant(int entry)
    {
        var variants = SoundCatalogue.VariantsOf(entry);
        return _last[entry] = variants == 1 ? 0 : (_last[entry] + 1 + _random.Next(variants - 1)) % variants;
    }
}
