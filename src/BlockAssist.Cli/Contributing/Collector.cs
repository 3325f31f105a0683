using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Outboxes;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Contributing;

/// <summary>Puts what a home has contributed into its outbox: sessions that were recorded, and rounds that were closed. What is there already is not added again, so it may be done at any time.</summary>
/// <param name="context">The home, and the clock.</param>
internal sealed class Collector(CommandContext context)
{
    /// <summary>Collects, if the player has said that contributions are recorded.</summary>
    /// <returns>How many are new.</returns>
    public int Collect(Outbox outbox)
    {
        if (Consent.In(context.Home) is not { Records: true })
        {
            return 0;
        }

        var (added, known, now) = (0, outbox.Origins(), context.Surroundings.Clock.GetUtcNow());
        foreach (var (origin, works) in new SessionContributions(context.Home).Find(known).Concat(InRounds(known)))
        {
            added += outbox.Add(origin, works, now);
        }

        return added;
    }

    private IEnumerable<(string Origin, IReadOnlyList<Work> Works)> InRounds(IReadOnlySet<string> known)
    {
        var (folder, identity) = (SwarmFolder.Of(context.Home), new IdentityFile(context.Home.Identity));
        if (!File.Exists(folder.SettingsFile) || !identity.Exists)
        {
            return [];
        }

        var self = identity.Read().Peer;
        return new RoundContributions(SignedRecords.In(folder, self), self).Find(known);
    }
}
