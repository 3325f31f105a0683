namespace BlockAssist.Cli.Contributing;

/// <summary>How long a round on the chain takes.</summary>
/// <param name="Submit">How long work can be submitted.</param>
/// <param name="Attest">How long verifiers commit to what they say.</param>
/// <param name="Reveal">How long they show it.</param>
internal sealed record RoundTimes(TimeSpan Submit, TimeSpan Attest, TimeSpan Reveal)
{
    private const int PartsOfARound = 24;

    /// <summary>A round that takes so long in all: an hour of a day for what verifiers say, and one in which they show it. Where there are none it is open to work until its end.</summary>
    public static RoundTimes Of(TimeSpan all, bool hasVerifiers)
    {
        var part = hasVerifiers ? all / PartsOfARound : TimeSpan.Zero;
        return new RoundTimes(all - (2 * part), part, part);
    }
}
