using System.Numerics;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Meshing;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>Marks what differs from a blueprint: ghosts of the blocks that are missing, a cross on wrong ones, hatching on those that are too many.</summary>
/// <remarks>Ghosts blend their nearest sides only, so that their order does not matter. Belongs to the thread of its context.</remarks>
internal sealed class GhostRenderer(GL gl, FaceIndices indices) : IDisposable
{
    private const float Inset = 0.06f;
    private const float Lift = 0.004f;
    private const float Stroke = 0.07f;
    private const float Frame = 0.045f;

    private readonly OverlayBatch _ghosts = new(gl, indices);
    private readonly OverlayBatch _marks = new(gl, indices);

    /// <summary>The colours.</summary>
    public GhostColours Colours { get; set; } = GhostColours.Usual;

    /// <summary>How much a ghost hides what is behind it, 0 to 1.</summary>
    public float Opacity { get; set; } = 0.45f;

    /// <summary>Whether marks are seen through walls.</summary>
    public bool ThroughWalls { get; set; }

    /// <summary>Empties the picture.</summary>
    public void Clear()
    {
        _ghosts.Clear();
        _marks.Clear();
    }

    /// <summary>Marks a cell.</summary>
    /// <param name="at">The cell's lowest corner, relative to the camera.</param>
    /// <param name="state">How it differs.</param>
    /// <param name="wanted">What the blueprint has there.</param>
    /// <param name="open">A bit for each <see cref="Face"/> beside which there is no other ghost.</param>
    public void Add(Vector3 at, CellStatus state, Block wanted, int open)
    {
        for (var face = Face.PosX; face <= Face.NegZ; face++)
        {
            if (((open >> (int)face) & 1) == 0)
            {
                continue;
            }

            if (state == CellStatus.Missing)
            {
                AddGhost(at, wanted, face);
            }
            else
            {
                AddMark(at, state, face);
            }
        }
    }

    /// <summary>Draws all marks.</summary>
    public void Draw(in Matrix4x4 view)
    {
        gl.Disable(EnableCap.CullFace);
        if (ThroughWalls)
        {
            gl.Disable(EnableCap.DepthTest);
        }

        gl.Enable(EnableCap.Blend);
        gl.BlendFunc(BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha);
        if (!ThroughWalls)
        {
            gl.ColorMask(false, false, false, false);
            _ghosts.Draw(view);
            gl.ColorMask(true, true, true, true);
            gl.DepthFunc(DepthFunction.Equal);
            _ghosts.Again(view);
            gl.DepthFunc(DepthFunction.Less);
        }
        else
        {
            _ghosts.Draw(view);
        }

        _marks.Draw(view);
        gl.Disable(EnableCap.Blend);
        gl.Enable(EnableCap.DepthTest);
        gl.Enable(EnableCap.CullFace);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ghosts.Dispose();
        _marks.Dispose();
    }

    private void AddGhost(Vector3 at, Block wanted, Face face)
    {
        var tint = Vector3.Lerp(Vector3.One, Colours.Missing, 0.35f);
        var (lowest, size) = (at + new Vector3(Inset), new Vector3(1 - (2 * Inset)));
        _ghosts.AddSide(lowest, size, face, TextureLayers.Of((Material)wanted, face, isCovered: false), new Vector4(tint, Opacity));
        FacePlane.Of(lowest, face, Lift, size.X).AddFrame(_marks, Frame, new Vector4(Colours.Missing, 0.9f));
    }

    private void AddMark(Vector3 at, CellStatus state, Face face)
    {
        var colour = new Vector4(Colours.Of(state), 0.9f);
        var plane = FacePlane.Of(at, face, Lift);
        plane.AddRectangle(_marks, (0, 0), (1, 1), colour with { W = 0.22f });
        if (state == CellStatus.Wrong)
        {
            plane.AddStroke(_marks, (0.15f, 0.15f), (0.85f, 0.85f), Stroke, colour);
            plane.AddStroke(_marks, (0.15f, 0.85f), (0.85f, 0.15f), Stroke, colour);
            return;
        }

        for (var line = 1; line <= 3; line++)
        {
            var from = line * 0.5f;
            plane.AddStroke(_marks, (Math.Max(0, from - 1), Math.Min(1, from)), (Math.Min(1, from), Math.Max(0, from - 1)), 0.7f * Stroke, colour);
        }
    }
}
