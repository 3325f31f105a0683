using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Hub;

/// <summary>What a hub answers to what a peer said.</summary>
/// <param name="Word">One word, the same in every version.</param>
public readonly record struct Answer(string Word)
{
    /// <summary>It counts.</summary>
    public static readonly Answer Taken = new("Taken");

    /// <summary>It is nothing that a peer can say.</summary>
    public static readonly Answer Unreadable = new("Unreadable");

    /// <summary>It is about a round that is not open.</summary>
    public static readonly Answer OtherRound = new("OtherRound");

    /// <summary>It names a blob that is not here yet.</summary>
    public static readonly Answer BlobMissing = new("BlobMissing");

    /// <summary>It names a blob that is larger than may be.</summary>
    public static readonly Answer TooLarge = new("TooLarge");

    /// <summary>The peer has said too much in this round that changed nothing.</summary>
    public static readonly Answer TooOften = new("TooOften");

    /// <summary>Whether it counts.</summary>
    public bool IsTaken => this == Taken;

    /// <summary>The round does not take it.</summary>
    public static Answer Of(RoundRefusal refusal) => new(refusal.ToString());
}
