using System.Numerics;
using BlockAssist.Game.Meshing;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Rendering;

/// <summary>Shows blocks that somebody suggests: in golden frames, the one that an answer would be about in a thick one that breathes, accepted ones in the colour of what is about to be done.</summary>
/// <remarks>To be drawn before the blueprint's ghosts, which are seen before it but not in it. Belongs to the thread of its batch.</remarks>
internal sealed class SuggestionRenderer(OverlayBatch batch)
{
    private const float Outset = 0.012f;
    private const float Edge = 1 + (2 * Outset);
    private const float FrameLift = 0.006f;
    private const float ThinFrame = 0.045f;
    private const float ThickFrame = 0.10f;

    // Half a breath a second.
    private const float Breath = MathF.PI;

    private static readonly Vector3 Open = new(1.00f, 0.80f, 0.25f);
    private static readonly Vector3 Accepted = new(0.36f, 0.95f, 0.82f);

    /// <summary>Adds one.</summary>
    /// <param name="suggestion">What is shown.</param>
    /// <param name="camera">The camera's place.</param>
    /// <param name="seconds">How long the game has run.</param>
    public void Add(in SuggestionView suggestion, Vector3 camera, float seconds)
    {
        var hue = suggestion.IsAccepted ? Accepted : Open;
        var breath = suggestion.IsCurrent ? 0.15f + (0.15f * MathF.Sin(seconds * Breath)) : 0;
        var lowest = new Vector3(suggestion.Cell.X, suggestion.Cell.Y, suggestion.Cell.Z) - camera - new Vector3(Outset);
        var colour = new Vector4(Vector3.Lerp(Vector3.One, hue, 0.35f), 0.45f + breath);
        for (var face = Face.PosX; face <= Face.NegZ; face++)
        {
            if (IsSeen(lowest, face))
            {
                var picture = (float)TextureLayers.Of((Material)suggestion.Block, face, isCovered: false);
                batch.AddSide(lowest, new Vector3(Edge), face, picture, colour);
                FacePlane.Of(lowest, face, FrameLift, Edge).AddFrame(batch, suggestion.IsCurrent ? ThickFrame : ThinFrame, new Vector4(hue, 0.95f));
            }
        }
    }

    // Their depth is written: a side that is turned away would hide nothing, but could be hidden or not by the order of sides.
    private static bool IsSeen(Vector3 lowest, Face face)
    {
        var (along, isUp) = (lowest[(int)face / 2], ((int)face & 1) == 0);
        return isUp ? along + Edge < 0 : along > 0;
    }
}
