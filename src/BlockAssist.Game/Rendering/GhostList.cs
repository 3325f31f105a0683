using System.Numerics;
using BlockAssist.Game.Meshing;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Rendering;

/// <summary>Ghosts in the order in which they are seen from a cell: along a ray cells come in the order of the steps that lead to them.</summary>
/// <remarks>Allocates nothing once its arrays have grown. Belongs to the thread of its batch.</remarks>
/// <param name="batch">Takes their sides.</param>
/// <param name="nearestFirst">Whether the nearest come first, to hide the others; else they come last, to be blended over them.</param>
internal sealed class GhostList(OverlayBatch batch, bool nearestFirst)
{
    private const int FirstRoom = 512;
    private const float Inset = 0.06f;

    private Ghost[] _ghosts = new Ghost[FirstRoom];
    private int[] _steps = new int[FirstRoom];
    private BlockPos? _sortedFor;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Empties it.</summary>
    public void Clear() => (Count, _sortedFor) = (0, null);

    /// <summary>Adds one.</summary>
    public void Add(in Ghost ghost)
    {
        if (Count == _ghosts.Length)
        {
            Array.Resize(ref _ghosts, 2 * Count);
            Array.Resize(ref _steps, 2 * Count);
        }

        _ghosts[Count++] = ghost;
        _sortedFor = null;
    }

    /// <summary>Gives the batch their sides, for eyes in a cell, unless it has them in that order.</summary>
    public void Fill(BlockPos eyes)
    {
        if (_sortedFor == eyes)
        {
            return;
        }

        _sortedFor = eyes;
        for (var number = 0; number < Count; number++)
        {
            var at = _ghosts[number].At;
            var steps = Math.Abs(at.X - eyes.X) + Math.Abs(at.Y - eyes.Y) + Math.Abs(at.Z - eyes.Z);
            _steps[number] = nearestFirst ? steps : -steps;
        }

        _steps.AsSpan(0, Count).Sort(_ghosts.AsSpan(0, Count));
        batch.Clear();
        foreach (ref readonly var ghost in _ghosts.AsSpan(0, Count))
        {
            AddSides(ghost);
        }
    }

    private void AddSides(in Ghost ghost)
    {
        var lowest = new Vector3(ghost.At.X + Inset, ghost.At.Y + Inset, ghost.At.Z + Inset);
        for (var face = Face.PosX; face <= Face.NegZ; face++)
        {
            if (((ghost.Open >> (int)face) & 1) != 0)
            {
                batch.AddSide(lowest, new Vector3(1 - (2 * Inset)), face, (float)TextureLayers.Of((Material)ghost.Block, face, isCovered: false), ghost.Colour);
            }
        }
    }
}
