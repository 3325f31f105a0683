using BlockAssist.Net.Rounds;
using BlockAssist.Net.Simulations.People;

namespace BlockAssist.Cli.Swarm;

/// <summary>What those who are simulated are called on a command line and in tables.</summary>
internal static class KindWords
{
    /// <summary>Of whom nothing is known.</summary>
    public const string New = "new";

    /// <summary>In how many rounds the work of peers was verified that are new, have a name, or are trusted.</summary>
    public static IReadOnlyDictionary<string, int> Standings { get; } = new Dictionary<string, int>
    {
        [New] = 0,
        ["named"] = new TrustPolicy().Probation,
        ["trusted"] = new TrustPolicy().TrustedAfter,
    };

    /// <summary>All kinds of attackers.</summary>
    public static IEnumerable<string> Attackers => Enum.GetValues<PeerKind>().Where(kind => kind != PeerKind.Honest).Select(Of);

    /// <summary>The word of a kind.</summary>
    public static string Of(PeerKind kind) => kind switch
    {
        PeerKind.SignFlip => "sign-flip",
        PeerKind.LabelFlip => "label-flip",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The kind of a word.</summary>
    public static PeerKind KindOf(string word) => Enum.GetValues<PeerKind>().First(kind => Of(kind) == word);
}
