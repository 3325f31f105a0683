using BlockAssist.Cli.Swarm.Studies.Learning;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Simulations.Learning;

namespace BlockAssist.Cli.Swarm.Simulated;

/// <summary>Which peer learns from what: demonstrations are dealt in the order in which peers come, and dealt again when there are none left.</summary>
/// <param name="network">The network.</param>
/// <param name="pool">The windows of all demonstrations.</param>
/// <param name="all">The demonstrations.</param>
internal sealed class PeerHands(HumanNetwork network, WindowPool pool, IReadOnlyList<Demonstration> all)
{
    private const int AHand = 3;

    private readonly Dictionary<PeerId, ILessons> _hands = [];

    /// <summary>What a peer learns from.</summary>
    /// <param name="peer">The peer.</param>
    /// <param name="manner">How it trains: who poisons what it learns from has wrong labels in it.</param>
    public ILessons Of(PeerId peer, TrainingManner manner)
    {
        if (!_hands.TryGetValue(peer, out var hand))
        {
            var first = _hands.Count * AHand;
            var own = Enumerable.Range(first, AHand).Select(number => all[number % all.Count]).ToHashSet();
            _hands[peer] = hand = pool.Lessons(network, own.Contains);
        }

        return manner is TrainingManner.FlippedLabels or TrainingManner.FlippedSigns ? new WrongLabels(hand) : hand;
    }
}
