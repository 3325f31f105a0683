namespace BlockAssist.Cli.Tests.Swarm.Namespaces;

/// <summary>What a link does to packets.</summary>
/// <param name="Delay">How long each is under way.</param>
/// <param name="Jitter">By how much longer at most.</param>
/// <param name="Loss">What share is lost.</param>
internal sealed record LinkWeather(TimeSpan Delay, TimeSpan Jitter, double Loss)
{
    public static LinkWeather Of(double milliseconds, double jitter, double loss) => new(TimeSpan.FromMilliseconds(milliseconds), TimeSpan.FromMilliseconds(jitter), loss);
}
