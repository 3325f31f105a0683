using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Net.Gates;

namespace BlockAssist.Cli.Swarm;

/// <summary>Lets models build the same houses with the same seeds, each alone; house and seed of a pair follow from its number.</summary>
/// <param name="fileOf">The file of a model by its hash.</param>
/// <param name="options">The rules.</param>
internal sealed class ModelMatch(Func<string, string> fileOf, MatchOptions options) : IModelMatch
{
    private readonly HousePlay _houses = new(options);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, byte[]> _served = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<IReadOnlyList<double>> PlayAsync(string candidate, string other, int first, int count, CancellationToken cancellation) => Task.Run(
        IReadOnlyList<double> () =>
        {
            var (mine, its) = (Play(candidate, first, count, cancellation), Play(other, first, count, cancellation));
            return [.. mine.Zip(its, (one, two) => one - two)];
        },
        cancellation);

    private double[] Play(string model, int first, int count, CancellationToken cancellation) => _houses.Shares(Served(model), model, first, count, cancellation);

    /// <summary>A model as it is served; two are kept, since a gate asks for the same two again and again.</summary>
    private byte[] Served(string hash)
    {
        const int Kept = 2;
        lock (_lock)
        {
            if (!_served.TryGetValue(hash, out var bytes))
            {
                using var model = HumanModel.Open(CheckpointFile.Load(fileOf(hash), hash));
                bytes = model.ToOnnx();
                if (_served.Count == Kept)
                {
                    _served.Clear();
                }

                _served.Add(hash, bytes);
            }

            return bytes;
        }
    }
}
