using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Simulations.Clocks;

namespace BlockAssist.Net.Simulations.Learning;

/// <summary>Games that are drawn: the better model does better, by more or less.</summary>
/// <param name="options">By how much.</param>
/// <param name="models">The models.</param>
/// <param name="draws">The chance.</param>
internal sealed class MadeUpMatch(MadeUpOptions options, MadeUpModels models, Draws draws) : IModelMatch
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<double>> PlayAsync(string candidate, string other, int first, int count, CancellationToken cancellation)
    {
        var better = options.GameGain * (models.Quality(BlobId.Parse(candidate)) - models.Quality(BlobId.Parse(other)));
        return Task.FromResult<IReadOnlyList<double>>([.. Enumerable.Range(0, count).Select(_ => better + (options.GameSpread * draws.Normal()))]);
    }
}
