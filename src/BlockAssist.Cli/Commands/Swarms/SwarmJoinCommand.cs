using System.CommandLine;
using BlockAssist.Cli.Commands.Keys;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;

namespace BlockAssist.Cli.Commands.Swarms;

/// <summary><c>blockassist swarm join</c>: joins a swarm that another node coordinates.</summary>
internal static class SwarmJoinCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var where = new Argument<string>("ADDRESS") { Description = "Where the hub is, and who: HOST:PORT/PEER, as swarm init printed it." };
        var passphrase = KeyInput.PassphraseFile("opens the identity");
        var replace = SwarmInput.Replace();
        var verb = new Verb(
            "join",
            "Joins a swarm that another node coordinates. The connection goes out from here, to the key in the address and to no other. Needs an identity (key new).",
            new Example("blockassist swarm join 192.0.2.7:7433/12D3KooWLKfwuFP8asrpVbHaUFWwbhYuyuC4oNT3yomfJxLjdWBP", "then blockassist node run"))
        {
            where, passphrase, replace,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(where) is { } text && !SwarmAddress.TryParse(text, out _))
            {
                result.AddError($"'{text}' is no address of a hub, expected HOST:PORT/PEER");
            }
        });
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            var folder = SwarmFolder.Of(context.Home);
            var address = SwarmAddress.Parse(parsed.GetRequiredValue(where));
            using var identity = KeyInput.OpenIdentity(parsed.GetValue(passphrase), context, cancellation);
            var welcome = await AskAsync(address, identity, context, cancellation);
            SwarmInput.Leave(folder, parsed.GetValue(replace), context.Surroundings.Clock);
            folder.Keep(new SwarmSettings(welcome.Network, address.ToString(), null));
            var report = new SwarmReport(welcome.Network, address.ToString(), Coordinates: false).With(welcome);
            context.Output.Result(report, SwarmNodeJson.Default.SwarmReport, SwarmView.Sentence);
            return ExitCode.Done;
        });
        return verb;
    }

    private static async Task<Welcome> AskAsync(SwarmAddress address, PeerIdentity identity, CommandContext context, CancellationToken cancellation)
    {
        try
        {
            return await SwarmView.AskAsync(address, identity, context.Surroundings.Clock, cancellation);
        }
        catch (HttpRequestException error)
        {
            throw new ForeseenException(
                $"no hub with the key of the address answers: {error.InnerException?.Message ?? error.Message} ({address})",
                "Start it there by blockassist node run, see that its port can be reached from here, and join again.");
        }
    }
}
