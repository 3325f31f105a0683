using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Lifecycle;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Supervision;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Play;

/// <summary>Takes part in a round of the swarm beside the game, in a process of its own that gives way to it: what was played is trained on, verified, merged, and plays if it builds better.</summary>
/// <param name="context">Where the node's files are.</param>
/// <param name="supervisor">Does it.</param>
/// <param name="episodes">Where sessions are recorded.</param>
/// <param name="rounds">Of which swarm.</param>
/// <param name="training">How long is trained in a round of a swarm of one.</param>
internal sealed class RoundBeside(CommandContext context, Supervisor supervisor, string episodes, RoundsBeside rounds, TimeSpan training)
{
    // The game takes what it needs first.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly SwarmFolder _folder = SwarmFolder.Of(context.Home);

    /// <summary>Takes part in one, if there is play since the last.</summary>
    /// <returns>The news, in a sentence; null if there is none.</returns>
    public async Task<string?> DoAsync(CancellationToken cancellation)
    {
        var settings = File.Exists(_folder.SettingsFile) ? _folder.Settings() : null;
        var isAlone = settings is null or { Own.IsAlone: true };
        if (rounds < (isAlone ? RoundsBeside.Alone : RoundsBeside.Joined) || HeldFile.IsHeld(_folder.LockFile) || !GameIdentity.Ensure(context.Home))
        {
            return null;
        }

        var self = new IdentityFile(context.Home.Identity).Read().Peer;
        var before = settings is null ? [] : SignedRecords.In(_folder, self).Rounds();
        if (before is [.., var newest] && !HasPlaySince(File.GetLastWriteTimeUtc(_folder.RecordOf(newest))))
        {
            return null;
        }

        if (isAlone)
        {
            await new SoloSwarm(context, training, Patience).PrepareAsync(cancellation);
        }

        // Nothing of a swarm of one leaves the machine; to others goes what demos share names.
        string[] shown = isAlone ? ["--data", episodes] : [];
        var outcome = await supervisor.DoAsync(new BackgroundWork("a round", ["node", "run", "--rounds", "1", "--while-playing", .. shown], context.Home), cancellation);
        if (outcome.Trouble is { } trouble)
        {
            context.Log.Debug("No round was trained: {Reason}", trouble);
        }

        var records = SignedRecords.In(_folder, self);
        return records.Rounds() is [.., var last] && !before.Contains(last) && records.Read(last) is { Record: var record } ? Tell(record.Terms.Number, record.IsPromoted) : null;
    }

    private bool HasPlaySince(DateTime time) => Directory.Exists(episodes) && new DirectoryInfo(episodes).EnumerateFiles().Any(file => file.LastWriteTimeUtc > time);

    private string? Tell(ulong round, bool isPromoted)
    {
        context.Log.Information("Round {Round} is closed; {Outcome}", round, isPromoted ? "its model plays from now on" : "the model stays that plays");
        return isPromoted ? $"Round {round}: what was trained from your play builds better than before, and plays from now on." : null;
    }
}
