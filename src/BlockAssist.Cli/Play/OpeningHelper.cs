using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Play;

/// <summary>Who helps, opened beside the window: a model takes about as long as that to load.</summary>
internal sealed class OpeningHelper : IDisposable
{
    private readonly Func<PlayHelper> _open;
    private readonly List<Task<PlayHelper>> _opened = [];

    /// <summary>Begins to open.</summary>
    public OpeningHelper(Func<PlayHelper> open)
    {
        _open = open;
        Reopen();
    }

    /// <summary>Opens again: another model plays from the next session on. Whoever helps now goes on to.</summary>
    public void Reopen()
    {
        lock (_opened)
        {
            _opened.Add(Task.Run(_open));
        }
    }

    /// <summary>Who helps in a session of the game; waits until that is known.</summary>
    /// <param name="seed">Fixes what a builder by a script does.</param>
    /// <param name="site">The size of the site.</param>
    public AssistantOptions? For(ulong seed, GridSize site) => Newest().GetAwaiter().GetResult().For(seed, site);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var opening in _opened)
        {
            Task.WhenAny(opening).Wait();
            if (opening.IsCompletedSuccessfully)
            {
                opening.Result.Dispose();
            }
        }
    }

    private Task<PlayHelper> Newest()
    {
        lock (_opened)
        {
            return _opened[^1];
        }
    }
}
