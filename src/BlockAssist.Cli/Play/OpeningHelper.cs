using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Play;

/// <summary>Who helps, opened beside the window: a model takes about as long as that to load.</summary>
internal sealed class OpeningHelper : IDisposable
{
    private readonly Task<PlayHelper> _opening;

    /// <summary>Begins to open.</summary>
    public OpeningHelper(Func<PlayHelper> open) => _opening = Task.Run(open);

    /// <summary>Who helps in a session of the game; waits until that is known.</summary>
    /// <param name="seed">Fixes what a builder by a script does.</param>
    /// <param name="site">The size of the site.</param>
    public AssistantOptions? For(ulong seed, GridSize site) => _opening.GetAwaiter().GetResult().For(seed, site);

    /// <inheritdoc/>
    public void Dispose()
    {
        Task.WhenAny(_opening).Wait();
        if (_opening.IsCompletedSuccessfully)
        {
            _opening.Result.Dispose();
        }
    }
}
