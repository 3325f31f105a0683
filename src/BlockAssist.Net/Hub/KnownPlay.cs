using BlockAssist.Net.Rounds;
using BlockAssist.Simulation.Episodes.Screening;

namespace BlockAssist.Net.Hub;

/// <summary>The play that was counted in the last rounds, so that none is counted twice.</summary>
internal sealed class KnownPlay
{
    /// <summary>In how many rounds it is looked for.</summary>
    public const int Rounds = 500;

    private readonly SortedDictionary<ulong, IReadOnlyList<PlayPrint>> _prints = [];

    /// <summary>Whether what was counted in a round is here.</summary>
    public bool Has(ulong round) => _prints.ContainsKey(round);

    /// <summary>Takes in what was counted in a round.</summary>
    public void Take(ulong round, RoundRecord record)
    {
        _prints[round] = [.. record.Play.Select(counted => counted.Play.Print).OfType<PlayPrint>()];
        foreach (var old in _prints.Keys.TakeWhile(known => known + Rounds < round).ToList())
        {
            _prints.Remove(old);
        }
    }

    /// <summary>What was counted before a round.</summary>
    public IReadOnlyList<PlayPrint> Before(ulong round) => [.. _prints.TakeWhile(known => known.Key < round).SelectMany(known => known.Value)];
}
