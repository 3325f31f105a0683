using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Simulation.Episodes.Screening;

namespace BlockAssist.Net.Hub;

/// <summary>The play that was counted or shared in the last rounds, so that none is counted twice.</summary>
internal sealed class KnownPlay
{
    /// <summary>In how many rounds it is looked for.</summary>
    public const int Rounds = 500;

    /// <summary>How many rounds back it is kept: also the round before the last one can be brought back.</summary>
    public const int Recalled = Rounds + 1;

    private readonly SortedDictionary<ulong, EarlierPlay> _play = [];

    /// <summary>Whether the play of a round is here.</summary>
    public bool Has(ulong round) => _play.ContainsKey(round);

    /// <summary>Takes in the play of a round.</summary>
    public void Take(ulong round, RoundRecord record)
    {
        _play[round] = new EarlierPlay([.. record.Play.Select(counted => counted.Play.Print).OfType<PlayPrint>()], record.Clips);
        foreach (var old in _play.Keys.TakeWhile(known => known + Recalled < round).ToList())
        {
            _play.Remove(old);
        }
    }

    /// <summary>The play before a round.</summary>
    public EarlierPlay Before(ulong round)
    {
        List<EarlierPlay> before = [.. _play.Where(known => known.Key < round && known.Key + Rounds >= round).Select(known => known.Value)];
        return new EarlierPlay([.. before.SelectMany(play => play.Counted)], [.. before.SelectMany(play => play.Clips)]);
    }
}
