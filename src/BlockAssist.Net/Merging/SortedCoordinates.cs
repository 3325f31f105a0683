using System.Runtime.Intrinsics;

namespace BlockAssist.Net.Merging;

/// <summary>Goes through the weights of a model sixteen at a time, with what each peer would change in them in order of size.</summary>
internal sealed class SortedCoordinates
{
    private const int Lanes = 16;

    private (int Low, int High)[] _pairs = [];
    private Vector512<float>[] _sorted = [];

    /// <summary>Makes of sixteen sorted rows the sixteen numbers that come of them.</summary>
    /// <param name="sorted">For each place in order the numbers of sixteen weights.</param>
    public delegate Vector512<float> Choice(ReadOnlySpan<Vector512<float>> sorted);

    /// <summary>Chooses for every weight.</summary>
    /// <param name="updates">The updates.</param>
    /// <param name="choice">What comes of the sorted numbers.</param>
    /// <param name="merged">Where that goes.</param>
    public void Choose(IReadOnlyList<PeerUpdate> updates, Choice choice, Span<float> merged)
    {
        if (_sorted.Length != updates.Count)
        {
            (_pairs, _sorted) = (SortingNetwork.Of(updates.Count), new Vector512<float>[updates.Count]);
        }

        var whole = merged.Length / Lanes * Lanes;
        for (var at = 0; at < whole; at += Lanes)
        {
            for (var peer = 0; peer < _sorted.Length; peer++)
            {
                _sorted[peer] = Vector512.Create(updates[peer].Change.Span.Slice(at, Lanes));
            }

            Chosen(choice).CopyTo(merged[at..]);
        }

        if (whole < merged.Length)
        {
            Rest(updates, choice, merged[whole..], whole);
        }
    }

    private void Rest(IReadOnlyList<PeerUpdate> updates, Choice choice, Span<float> merged, int at)
    {
        Span<float> lanes = stackalloc float[Lanes];
        for (var peer = 0; peer < _sorted.Length; peer++)
        {
            updates[peer].Change.Span[at..].CopyTo(lanes);
            _sorted[peer] = Vector512.Create<float>(lanes);
        }

        Chosen(choice).CopyTo(lanes);
        lanes[..merged.Length].CopyTo(merged);
    }

    private Vector512<float> Chosen(Choice choice)
    {
        foreach (var (low, high) in _pairs)
        {
            (_sorted[low], _sorted[high]) = (Vector512.Min(_sorted[low], _sorted[high]), Vector512.Max(_sorted[low], _sorted[high]));
        }

        return choice(_sorted);
    }
}
