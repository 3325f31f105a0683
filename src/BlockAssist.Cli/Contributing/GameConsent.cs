using BlockAssist.Cli.Running;
using BlockAssist.Game.Play;

namespace BlockAssist.Cli.Contributing;

/// <summary>What a player says in the game of whether contributions are recorded. Who has no account is given one.</summary>
/// <param name="context">Where the home is.</param>
internal sealed class GameConsent(CommandContext context) : IContributionConsent
{
    /// <inheritdoc/>
    public bool? IsGiven => Consent.In(context.Home)?.Records;

    /// <inheritdoc/>
    public void Decide(bool isGiven)
    {
        if (isGiven)
        {
            GameIdentity.Ensure(context.Home);
        }

        new Consent(isGiven, context.Surroundings.Clock.GetUtcNow()).Keep(context.Home);
    }
}
