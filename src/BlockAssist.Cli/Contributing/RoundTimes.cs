namespace BlockAssist.Cli.Contributing;

/// <summary>How long a round on the chain takes.</summary>
/// <param name="Submit">How long work can be submitted.</param>
/// <param name="Attest">How long verifiers commit to what they say.</param>
/// <param name="Reveal">How long they show it.</param>
internal sealed record RoundTimes(TimeSpan Submit, TimeSpan Attest, TimeSpan Reveal)
{
    /// <summary>Rounds of a ledger that has no other verifiers: always open to work.</summary>
    public static RoundTimes Alone { get; } = new(TimeSpan.FromDays(1), TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>A round that takes so long in all, most of it open to work.</summary>
    public static RoundTimes Of(TimeSpan all) => new(all * 0.8, all * 0.1, all * 0.1);
}
