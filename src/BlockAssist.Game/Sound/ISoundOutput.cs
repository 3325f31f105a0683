using System.Numerics;

namespace BlockAssist.Game.Sound;

/// <summary>Plays clips in the world around somebody.</summary>
/// <remarks>Belongs to one thread. Playing and listening allocate nothing.</remarks>
public interface ISoundOutput : IDisposable
{
    /// <summary>Takes a clip.</summary>
    /// <returns>What to call it from then on.</returns>
    int Load(SoundClip clip);

    /// <summary>Plays a clip; if too many play already, the one that began first falls silent.</summary>
    void Play(int clip, in SoundCue cue);

    /// <summary>Moves the ears.</summary>
    /// <param name="place">Where they are.</param>
    /// <param name="forward">Where the head looks; of length 1.</param>
    /// <param name="up">Where its top is; of length 1.</param>
    void Listen(Vector3 place, Vector3 forward, Vector3 up);
}
