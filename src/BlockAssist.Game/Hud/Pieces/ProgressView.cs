namespace BlockAssist.Game.Hud.Pieces;

/// <summary>How far the blueprint is built.</summary>
/// <param name="Name">What is built.</param>
/// <param name="Done">How much of it is there, 0 to 1.</param>
/// <param name="Missing">How many cells wait for a block.</param>
/// <param name="Wrong">How many cells have another block than planned.</param>
/// <param name="Extra">How many cells have a block where none is planned.</param>
public readonly record struct ProgressView(string Name, float Done, int Missing, int Wrong, int Extra);
