using System.Numerics;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>Keeps the ghosts and marks that are drawn in step with a session.</summary>
internal sealed class BlueprintGhosts : IDisposable
{
    private readonly BuildSession _session;
    private readonly GhostRenderer _ghosts;
    private LayerFilter _shown;
    private bool _isStale = true;

    /// <summary>Follows a session.</summary>
    public BlueprintGhosts(BuildSession session, GhostRenderer ghosts)
    {
        (_session, _ghosts) = (session, ghosts);
        session.BlockChanged += Note;
    }

    /// <summary>The colours of ghosts and marks.</summary>
    public GhostColours Colours
    {
        get => _ghosts.Colours;
        set
        {
            _isStale |= value != _ghosts.Colours;
            _ghosts.Colours = value;
        }
    }

    /// <summary>Draws anew what has changed.</summary>
    public void Update()
    {
        if (!_isStale && _shown == _session.Layers)
        {
            return;
        }

        (_isStale, _shown) = (false, _session.Layers);
        _ghosts.Clear();
        for (var cell = 0; cell < _session.Site.Size.Volume; cell++)
        {
            var (status, at) = (_session.Progress[cell], _session.Site.Size.PosOf(cell));
            if (status is CellStatus.Missing or CellStatus.Wrong or CellStatus.Extra && _shown.Contains(at.Y))
            {
                var place = _session.Frame.ToWorld(at);
                _ghosts.Add(new Vector3(place.X, place.Y, place.Z), status, _session.Site.Goal[cell], OpenSides(at, status));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.BlockChanged -= Note;

    private void Note(BlockChange change) => _isStale = true;

    // Between two cells that differ in the same way no side is drawn, nor before a block that hides it.
    private int OpenSides(BlockPos at, CellStatus status)
    {
        var open = 0;
        for (var side = 0; side < BlockPos.Directions.Length; side++)
        {
            var beside = at + BlockPos.Directions[side];
            var isSame = _session.Site.Size.Contains(beside)
                && _shown.Contains(beside.Y)
                && _session.Progress[_session.Site.Size.CellAt(beside)] == status;
            open |= isSame ? 0 : 1 << side;
        }

        return open;
    }
}
