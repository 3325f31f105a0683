namespace BlockAssist.Game.Play;

/// <summary>What a frame took.</summary>
/// <param name="FramesASecond">How many there are a second, of late.</param>
/// <param name="Sections">How many sections were drawn.</param>
/// <param name="Faces">How many faces of them.</param>
/// <param name="Pending">How many sections wait for their mesh.</param>
public readonly record struct FrameFigures(float FramesASecond, int Sections, int Faces, int Pending);
