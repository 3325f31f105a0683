using System.Numerics;
using BlockAssist.Game.Sessions;

namespace BlockAssist.Game.Rendering;

/// <summary>The colours in which differences from a blueprint are marked; shapes tell them apart too.</summary>
/// <param name="Missing">Where a block is missing.</param>
/// <param name="Wrong">Where another block is wanted.</param>
/// <param name="Extra">Where no block is wanted.</param>
public sealed record GhostColours(Vector3 Missing, Vector3 Wrong, Vector3 Extra)
{
    /// <summary>Blue, red, magenta.</summary>
    public static GhostColours Usual { get; } = new(new(0.30f, 0.72f, 0.95f), new(0.95f, 0.25f, 0.20f), new(0.90f, 0.25f, 0.85f));

    /// <summary>Blue, orange, dark: apart for those who do not tell red from green.</summary>
    public static GhostColours RedGreenBlind { get; } = new(new(0.35f, 0.70f, 0.90f), new(0.90f, 0.62f, 0.00f), new(0.15f, 0.10f, 0.25f));

    /// <summary>The colour of a state.</summary>
    public Vector3 Of(CellStatus state) => state switch
    {
        CellStatus.Missing => Missing,
        CellStatus.Wrong => Wrong,
        _ => Extra,
    };
}
