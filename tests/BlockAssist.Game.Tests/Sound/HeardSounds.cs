using System.Numerics;
using BlockAssist.Game.Sound;

namespace BlockAssist.Game.Tests.Sound;

/// <summary>Keeps what was played instead of playing it.</summary>
internal sealed class HeardSounds : ISoundOutput
{
    private int _clips;

    public List<(int Clip, SoundCue Cue)> Played { get; } = new(1024);

    public (Vector3 Place, Vector3 Forward, Vector3 Up) Ears { get; private set; }

    public int Load(SoundClip clip) => _clips++;

    public void Play(int clip, in SoundCue cue) => Played.Add((clip, cue));

    public void Listen(Vector3 place, Vector3 forward, Vector3 up) => Ears = (place, forward, up);

    public void Dispose()
    {
    }
}
