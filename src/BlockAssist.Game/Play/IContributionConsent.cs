namespace BlockAssist.Game.Play;

/// <summary>Whether what the player contributes is recorded: asked once, and changed at any time.</summary>
public interface IContributionConsent
{
    /// <summary>What the player said; null before it has been asked.</summary>
    bool? IsGiven { get; }

    /// <summary>Notes what the player says.</summary>
    /// <exception cref="IOException">It cannot be written down.</exception>
    void Decide(bool isGiven);
}
