using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;

namespace BlockAssist.Net.Hub;

/// <summary>What was said in a round, in order, so that what one peer was told is found without looking at what others were.</summary>
internal sealed class SaidWords
{
    private readonly List<(PeerId? To, Message Message)> _all = [];
    private readonly List<int> _toAll = [];
    private readonly Dictionary<PeerId, List<int>> _toOne = [];

    /// <summary>How much was said.</summary>
    public int Count => _all.Count;

    /// <summary>Adds something.</summary>
    /// <param name="to">To whom; null: to everybody.</param>
    /// <param name="message">What.</param>
    public void Add(PeerId? to, Message message)
    {
        PlacesOf(to).Add(_all.Count);
        _all.Add((to, message));
    }

    /// <summary>What was said to a peer, or to everybody, from a place on.</summary>
    public IEnumerable<Message> To(PeerId peer, int after) =>
        From(_toAll, after).Concat(From(_toOne.GetValueOrDefault(peer) ?? [], after)).Order().Select(place => _all[place].Message);

    /// <summary>To whom something was said from a place on; null for everybody.</summary>
    public IEnumerable<PeerId?> ListenersFrom(int place) => _all.Skip(place).Select(said => said.To);

    private List<int> PlacesOf(PeerId? to)
    {
        if (to is not { } peer)
        {
            return _toAll;
        }

        if (!_toOne.TryGetValue(peer, out var places))
        {
            _toOne.Add(peer, places = []);
        }

        return places;
    }

    private static IEnumerable<int> From(List<int> places, int after)
    {
        var first = places.BinarySearch(after);
        return places.Skip(first < 0 ? ~first : first);
    }
}
