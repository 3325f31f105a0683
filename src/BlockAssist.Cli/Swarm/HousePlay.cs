using BlockAssist.Cli.Play;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Policies;

namespace BlockAssist.Cli.Swarm;

/// <summary>Lets models build made-up houses, each alone; house and seed follow from the number of a house.</summary>
/// <param name="options">The rules.</param>
internal sealed class HousePlay(MatchOptions options)
{
    /// <summary>How much of each house a model builds.</summary>
    /// <param name="served">The model as ONNX.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <param name="first">The number of the first house.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    public double[] Shares(byte[] served, string name, int first, int count, CancellationToken cancellation)
    {
        using var engine = InferenceEngine.Open(served, name);
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
            var (house, goal) = goals.Take(first + number);
            return new PlayGoal(house, goal);
        });
        var report = evaluation.Of(() => new HumanPolicyGroup(engine, options.Together, options.Style), cancellation: cancellation);
        return [.. report.Episodes.Select(episode => episode.GoalShare)];
    }
}
