using BlockAssist.Cli.Play;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Policies;
using BlockAssist.Net.Gates;

namespace BlockAssist.Cli.Swarm;

/// <summary>Lets models build the same houses with the same seeds, each alone; house and seed of a pair follow from its number.</summary>
/// <param name="fileOf">The file of a model by its hash.</param>
/// <param name="options">The rules.</param>
internal sealed class ModelMatch(Func<string, string> fileOf, MatchOptions options) : IModelMatch
{
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

    private double[] Play(string model, int first, int count, CancellationToken cancellation)
    {
        using var engine = InferenceEngine.Open(Served(model), model);
        var goals = new GoalShelf(options.Site, [], options.FirstHouse);
        var play = new PlayOptions
        {
            Episodes = count,
            Site = options.Site,
            Seed = options.FirstHouse + (ulong)first,
            Together = options.Together,
            Threads = options.Threads,
        };
        var evaluation = new PlayEvaluation(play, number =>
        {
            var (name, goal) = goals.Take(first + number);
            return new PlayGoal(name, goal);
        });
        var report = evaluation.Of(() => new HumanPolicyGroup(engine, options.Together, options.Style), cancellation: cancellation);
        return [.. report.Episodes.Select(episode => episode.GoalShare)];
    }

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
