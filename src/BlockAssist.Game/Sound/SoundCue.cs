using System.Numerics;

namespace BlockAssist.Game.Sound;

/// <summary>How a clip is to be played.</summary>
/// <param name="Place">Where it is heard from, in the world; null: from nowhere in particular.</param>
/// <param name="Gain">How loud, 0 to 1.</param>
/// <param name="Pitch">How fast: 2 is an octave higher.</param>
public readonly record struct SoundCue(Vector3? Place, float Gain, float Pitch = 1);
