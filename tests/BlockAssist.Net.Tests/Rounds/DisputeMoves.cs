using System.Text;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;

namespace BlockAssist.Net.Tests.Rounds;

/// <summary>What a referee who knows the truth says; states are words.</summary>
internal static class DisputeMoves
{
    public static BlobId State(string word) => BlobId.Of(Encoding.ASCII.GetBytes(word));

    public static Ruling RulingOf(Judge judge, bool isLiar) => judge.Task switch
    {
        CompareStates states => states.Trainer == states.Challenger ? Ruling.Agree : Ruling.Disagree,
        _ => isLiar ? Ruling.ForChallenger : Ruling.ForTrainer,
    };
}
