using System.Text.Json.Serialization;
using BlockAssist.Chain.Values;

namespace BlockAssist.Cli.Contributing;

/// <summary>How a node that is the hub of a swarm keeps rounds on a contract.</summary>
/// <param name="Hours">How long a round takes.</param>
/// <param name="Pool">What there is to share out in each, in ether.</param>
/// <param name="Credit">What a credit of the swarm is worth, in ether.</param>
/// <param name="Attests">Whether it says of what was contributed, as a verifier, what its records say.</param>
internal sealed record KeptRounds(double Hours, string Pool, string Credit, bool Attests)
{
    /// <summary>How long a round and its parts take.</summary>
    [JsonIgnore]
    public RoundTimes Times => RoundTimes.Of(TimeSpan.FromHours(Hours), Attests);

    /// <summary>What there is to share out in each.</summary>
    [JsonIgnore]
    public Wei PoolWei => Wei.ParseEther(Pool);

    /// <summary>What a credit of the swarm is worth.</summary>
    [JsonIgnore]
    public Wei CreditWei => Wei.ParseEther(Credit);

    /// <summary>On a ledger of a node's own, with play money: a hundred thousand credits. A hub says what it knows of what its peers contribute.</summary>
    /// <param name="isHub">Whether it is a hub.</param>
    public static KeptRounds OnOwnLedger(bool isHub) => new(24, "100", "0.001", isHub);
}
