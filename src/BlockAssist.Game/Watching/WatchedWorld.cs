using BlockAssist.Game.Play;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Watching;

/// <summary>The world of an episode at any time: changes are made and unmade from where it stands.</summary>
/// <remarks>Each cell that differs is changed once, however often it was changed between. Belongs to one thread.</remarks>
public sealed class WatchedWorld
{
    private readonly WatchedEpisode _episode;
    private readonly WorldMirror _mirror;
    private readonly Block[] _blocks;
    private readonly Block[] _shown;
    private int _done;

    /// <summary>The world at the start of an episode.</summary>
    public WatchedWorld(WatchedEpisode episode)
    {
        ArgumentNullException.ThrowIfNull(episode);
        _episode = episode;
        var site = episode.Header.CreateSite();
        Place = Place.Create(site.Size, (uint)episode.Header.Seed);
        _blocks = site.Blocks.ToArray();
        _shown = site.Blocks.ToArray();
        _mirror = new WorldMirror(Place.World, Place.Frame);
        _mirror.ShowAll(_shown);
        Progress = new BlueprintProgress(site.Size, site.Goal, _shown);
    }

    /// <summary>The land, and where the site is on it.</summary>
    public Place Place { get; }

    /// <summary>How far the blueprint is built.</summary>
    public BlueprintProgress Progress { get; }

    /// <summary>What each cell of the site holds.</summary>
    public ReadOnlySpan<Block> Blocks => _shown;

    /// <summary>Goes to a moment: all changes up to then are made, and no other.</summary>
    /// <param name="time">Milliseconds since the start.</param>
    /// <returns>How many changes were made on the way there; 0 if it went back.</returns>
    public int Seek(double time)
    {
        var before = _done;
        var changes = _episode.Changes;
        for (; _done < changes.Count && changes[_done].Time <= time; _done++)
        {
            _blocks[changes[_done].Cell] = changes[_done].After;
        }

        for (; _done > 0 && changes[_done - 1].Time > time; _done--)
        {
            _blocks[changes[_done - 1].Cell] = changes[_done - 1].Before;
        }

        for (var touched = Math.Min(before, _done); touched < Math.Max(before, _done); touched++)
        {
            Show(changes[touched].Cell);
        }

        return Math.Max(0, _done - before);
    }

    /// <summary>The changes that the last call of <see cref="Seek"/> made.</summary>
    /// <param name="count">What it returned.</param>
    public IEnumerable<SiteChange> Latest(int count) => _episode.Changes.Skip(_done - count).Take(count);

    private void Show(int cell)
    {
        if (_shown[cell] != _blocks[cell])
        {
            _shown[cell] = _blocks[cell];
            _mirror.Show(cell, _shown[cell]);
            Progress.Change(cell, _shown[cell]);
        }
    }
}
