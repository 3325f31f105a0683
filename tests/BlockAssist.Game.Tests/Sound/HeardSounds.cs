using System.Numerics;
using BlockAssist.Game.Sound;
using BlockAssist.Game.Sound.Synthesis;

namespace BlockAssist.Game.Tests.Sound;

/// <summary>Keeps what was played instead of playing it.</summary>
internal sealed class HeardSounds : ISoundOutput
{
    private int _clips;

    public List<(int Clip, SoundCue Cue)> Played { get; } = new(1024);

    public IEnumerable<SoundKind> Kinds => Played.Select(played => KindOf(played.Clip));

    public (Vector3 Place, Vector3 Forward, Vector3 Up) Ears { get; private set; }

    public int Load(SoundClip clip) => _clips++;

    public void Play(int clip, in SoundCue cue) => Played.Add((clip, cue));

    public void Listen(Vector3 place, Vector3 forward, Vector3 up) => Ears = (place, forward, up);

    public void Dispose()
    {
    }

    // Clips are numbered in the order in which they were loaded.
    public static SoundKind KindOf(int clip)
    {
        foreach (var kind in Enum.GetValues<SoundKind>())
        {
            var families = kind <= SoundKind.Step ? MaterialFamilies.Count : 1;
            for (var family = 0; family < families; family++)
            {
                clip -= SoundCatalogue.VariantsOf(SoundCatalogue.EntryOf(kind, (MaterialFamily)family));
                if (clip < 0)
                {
                    return kind;
                }
            }
        }

        throw new ArgumentOutOfRangeException(nameof(clip));
    }
}
