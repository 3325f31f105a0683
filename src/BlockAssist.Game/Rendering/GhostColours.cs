using System.Numerics;
using BlockAssist.Game.Hud;
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

    /// <summary>The colours that a person tells apart: those of the HUD's marks.</summary>
    public static GhostColours For(ColourVision vision)
    {
        var marks = MarkColours.For(vision);
        return vision == ColourVision.Usual ? Usual : new GhostColours(Of(marks.Missing), Of(marks.Wrong), Of(marks.Extra));
    }

    /// <summary>The colour of a state.</summary>
    public Vector3 Of(CellStatus state) => state switch
    {
        CellStatus.Missing => Missing,
        CellStatus.Wrong => Wrong,
        _ => Extra,
    };

    private static Vector3 Of(HudColour colour) => new Vector3(colour.R, colour.G, colour.B) / 255;
}
