using System.CommandLine;
using BlockAssist.Cli.Commands.Keys;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Commands.Swarms;

/// <summary><c>blockassist swarm rollback</c>: goes back to a model of before.</summary>
internal static class SwarmRollbackCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var which = new Argument<string?>("MODEL") { Description = "The first digits of the model's hash (node status lists them); by default the one before the last.", Arity = ArgumentArity.ZeroOrOne };
        var passphrase = KeyInput.PassphraseFile("opens the identity");
        var verb = new Verb(
            "rollback",
            "Lets the next round of this hub's swarm begin with an older model, with the momentum of its time; nodes play it as soon as they see it. Nothing is deleted. The hub has to run.",
            new Example("blockassist swarm rollback", "the model promoted last was a mistake"))
        {
            which, passphrase,
        };
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            var folder = SwarmFolder.Of(context.Home);
            var settings = folder.Settings();
            var own = settings.Own ?? throw new ForeseenException("this node does not coordinate its swarm", "Go back on the hub; for this node alone there is blockassist model rollback.");
            using var identity = KeyInput.OpenIdentity(parsed.GetValue(passphrase), context, cancellation);
            var welcome = await SwarmView.AskAsync(own.Here(identity.Id), identity, context.Surroundings.Clock, cancellation);
            var model = Find(folder, own, parsed.GetValue(which));
            var round = welcome.Stage == RoundStage.Closed ? welcome.Round : welcome.Round + 1;
            folder.Keep(settings with { Own = own with { Rollback = new SwarmRollback(round, model) } });
            context.Output.Result(new SwarmRollback(round, model), SwarmNodeJson.Default.SwarmRollback, one => $"Round {one.Round} begins with model {one.Model[..12]}.");
            return ExitCode.Done;
        });
        return verb;
    }

    private static string Find(SwarmFolder folder, OwnSwarm own, string? start)
    {
        string[] line = [.. (SwarmView.NodeIn(folder).Status?.Models ?? []).Select(model => model.Hash), own.Base];
        var found = start is null ? line.Skip(1).Take(1).ToArray() : [.. line.Where(hash => hash.StartsWith(start, StringComparison.Ordinal)).Distinct()];
        return found is [var one] ? one : throw new ForeseenException(
            start is null ? "no model was promoted yet" : $"{found.Length} models of this swarm begin with '{start}'", "See blockassist node status.");
    }
}
