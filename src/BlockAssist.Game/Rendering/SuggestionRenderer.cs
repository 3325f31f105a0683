using System.Numerics;
using BlockAssist.Game.Meshing;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Rendering;

/// <summary>Shows blocks that somebody suggests: in golden frames, the one that an answer would be about in a thick one that breathes, accepted ones in the colour of what is about to be done.</summary>
/// <remarks>Belongs to the thread of its batch.</remarks>
internal sealed class SuggestionRenderer(OverlayBatch batch)
{
    private const float Outset = 0.012f;
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
        var colour = new Vector4(Vector3.Lerp(Vector3.One, hue, 0.55f), 0.40f + breath);
        for (var face = Face.PosX; face <= Face.NegZ; face++)
        {
            var picture = (float)TextureLayers.Of((Material)suggestion.Block, face, isCovered: false);
            batch.AddSide(lowest, new Vector3(1 + (2 * Outset)), face, picture, colour);
            FacePlane.Of(lowest, face, 0, 1 + (2 * Outset)).AddFrame(batch, suggestion.IsCurrent ? ThickFrame : ThinFrame, new Vector4(hue, 0.95f));
        }
    }
}
