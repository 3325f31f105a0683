using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Hub;

/// <summary>With what a swarm begins.</summary>
/// <param name="Base">The model of the first round.</param>
/// <param name="Recipe">How to train.</param>
public sealed record Genesis(BlobId Base, Digest Recipe)
{
    /// <summary>Which rounds learn from their own play; null for none.</summary>
    public SelfPlayRounds? SelfPlay { get; init; }

    /// <summary>The blobs that a swarm needs for as long as it is there.</summary>
    internal IEnumerable<BlobId> Recipes => SelfPlay is null ? [new(Recipe)] : [new(Recipe), new(SelfPlay.Recipe)];

    /// <summary>How to train in a round.</summary>
    internal Digest RecipeOf(ulong round) => SelfPlay is { Every: > 0 } play && round % (ulong)play.Every == 0 ? play.Recipe : Recipe;
}

/// <summary>Rounds in which all train in another way: what updates change is alike within a round, so they can be screened and merged.</summary>
/// <param name="Recipe">In which way.</param>
/// <param name="Every">Every how many rounds; the first is the one of that number.</param>
public sealed record SelfPlayRounds(Digest Recipe, int Every);
