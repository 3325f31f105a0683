using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>Keeps the ghosts and marks that are drawn in step with how far a blueprint is built.</summary>
/// <param name="progress">How far it is built.</param>
/// <param name="frame">Where its site is in the world.</param>
/// <param name="ghosts">What draws them.</param>
internal sealed class BlueprintGhosts(BlueprintProgress progress, SiteFrame frame, GhostRenderer ghosts)
{
    private LayerFilter _layers;
    private int? _version;

    /// <summary>The colours of ghosts and marks.</summary>
    public GhostColours Colours
    {
        get => ghosts.Colours;
        set
        {
            _version = value == ghosts.Colours ? _version : null;
            ghosts.Colours = value;
        }
    }

    /// <summary>Draws anew what has changed.</summary>
    /// <param name="layers">The layers of the blueprint that are shown.</param>
    public void Update(LayerFilter layers)
    {
        if (_version == progress.Version && _layers == layers)
        {
            return;
        }

        (_version, _layers) = (progress.Version, layers);
        ghosts.Clear();
        for (var cell = 0; cell < progress.Size.Volume; cell++)
        {
            var (status, at) = (progress[cell], progress.Size.PosOf(cell));
            if (status is CellStatus.Missing or CellStatus.Wrong or CellStatus.Extra && layers.Contains(at.Y))
            {
                ghosts.Add(frame.ToWorld(at), status, progress.Goal[cell], OpenSides(at, status));
            }
        }
    }

    // Between two cells that differ in the same way no side is drawn, nor before a block that hides it.
    private int OpenSides(BlockPos at, CellStatus status)
    {
        var open = 0;
        for (var side = 0; side < BlockPos.Directions.Length; side++)
        {
            var beside = at + BlockPos.Directions[side];
            var isSame = progress.Size.Contains(beside)
                && _layers.Contains(beside.Y)
                && progress[progress.Size.CellAt(beside)] == status;
            open |= isSame ? 0 : 1 << side;
        }

        return open;
    }
}
