using BlockAssist.Game.Play;

namespace BlockAssist.Game.Tests.Play;

/// <summary>What a player said, for a test; given, so that nobody is asked, unless a test says otherwise.</summary>
internal sealed class SomeConsent : IContributionConsent
{
    public bool? IsGiven { get; set; } = true;

    public bool Fails { get; set; }

    public void Decide(bool isGiven) => IsGiven = Fails ? throw new IOException("No space left on device") : isGiven;
}
